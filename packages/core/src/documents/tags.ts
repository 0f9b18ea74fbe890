import { z } from 'zod'

/** Tags as a user gives them to documents. */
export const tagsSchema = z.array(z.string().trim().min(1, 'an empty tag').max(100)).max(50)
