import { z } from 'zod'
import { ShuttenError } from '../errors/shutten-error.js'

/** Characters (UTF-16 code units) of the longest question that is taken. */
export const maxQuestionLength = 4_000

/**
 * Checks a question or query; gives it trimmed, in NFC.
 * Errors: QUESTION_EMPTY, QUESTION_TOO_LONG, INPUT_INVALID.
 */
export function parseQuestion(input: unknown): string {
  if (typeof input !== 'string')
    throw new ShuttenError({
      code: 'INPUT_INVALID',
      message: 'The question is not a text.',
      suggestion: 'Send the question as a string.',
    })
  const question = input.normalize('NFC').trim()
  if (!/[\p{L}\p{N}]/u.test(question))
    throw new ShuttenError({
      code: 'QUESTION_EMPTY',
      message: 'The question is empty.',
      suggestion: 'Write a question of at least one word.',
    })
  if (question.length > maxQuestionLength)
    throw new ShuttenError({
      code: 'QUESTION_TOO_LONG',
      message: `The question has ${question.length.toLocaleString('en')} characters; at most ${maxQuestionLength.toLocaleString('en')} are taken.`,
      suggestion: 'Shorten the question; long material belongs into the sources.',
    })
  return question
}

/** `filters` as they came: `parseSearchFilters` checks them and gives their own error. */
export const searchRequestSchema = z.object({
  query: z.string(),
  k: z.number().int().min(1).max(100).default(10),
  filters: z.unknown().optional(),
  /** Milliseconds that reranking may take. */
  rerankBudgetMs: z.number().min(0).max(600_000).optional(),
})
export const askRequestSchema = z.object({
  question: z.string(),
  conversationId: z.string().max(100).nullish(),
  filters: z.unknown().optional(),
})
