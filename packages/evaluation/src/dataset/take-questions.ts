import type { DatasetQuestion } from './dataset.js'

/**
 * At most `limit` questions, spread evenly over the set and in its order: sets are often sorted by kind, and their
 * first questions would stand for one kind only.
 */
export function takeQuestions(questions: readonly DatasetQuestion[], limit?: number): DatasetQuestion[] {
  if (limit === undefined || limit >= questions.length) return [...questions]
  return Array.from({ length: limit }, (_, index) => questions[Math.floor((index * questions.length) / limit)]).filter(
    (question) => question !== undefined,
  )
}
