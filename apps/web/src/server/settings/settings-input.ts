import { z } from 'zod'

/** Of the writer: absent leaves it as it is, null removes it. */
const key = z
  .string()
  .trim()
  .min(1)
  .max(2_000)
  .regex(/^[\x21-\x7e]+$/, 'must be letters, digits and signs without spaces')
  .nullable()
  .optional()

/** The values are checked by what their section takes. */
export const saveSettingsSchema = z.strictObject({ version: z.string().max(100), values: z.unknown(), key })

/** What a question is tried with: what stands in the forms. */
export const trySettingsSchema = z.strictObject({
  question: z.string().max(2_000),
  writer: z.strictObject({ values: z.unknown(), key }),
  answers: z.unknown(),
  questions: z.unknown(),
})
