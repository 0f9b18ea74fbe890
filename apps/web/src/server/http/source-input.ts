import { z } from 'zod'

/** Parts of a source; which of them are valid the source manager says, with codes of its own. */
export const sourceInputSchema = z.record(z.string(), z.unknown())
