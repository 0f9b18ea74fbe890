import { z } from 'zod'

/** Names files that are sent one by one and taken in together; whoever sends them makes it up. */
export const uploadIdSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{7,63}$/)
