import { z } from 'zod'

const text = (max: number) => z.string().trim().min(1).max(max)

/** A golden question as it comes from outside. */
export const goldenInputSchema = z
  .object({
    question: text(2_000),
    language: z.enum(['ja', 'en']).nullable().default(null),
    kind: text(100).nullable().default(null),
    expects: z.enum(['answer', 'refusal', 'nothing']),
    /** Groups; an answer is right that holds one string of every group. */
    answers: z
      .array(z.array(text(500)).min(1).max(50))
      .max(50)
      .default([]),
    /** Documents of which any one serves, by id, address or file name. */
    relevant: z.array(text(2_000)).max(50).default([]),
    evidence: text(5_000).nullable().default(null),
    isEnabled: z.boolean().default(true),
  })
  .refine(({ expects, answers }) => expects !== 'answer' || answers.length > 0, {
    path: ['answers'],
    message: 'say what a right answer holds',
  })
  .refine(({ expects, relevant, evidence }) => expects !== 'nothing' || relevant.length > 0 || evidence !== null, {
    path: ['relevant'],
    message: 'say what is to be found, or what is to be answered',
  })

export type GoldenInput = z.infer<typeof goldenInputSchema>
