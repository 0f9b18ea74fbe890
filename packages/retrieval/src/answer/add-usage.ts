import type { AnswerUsage } from '@shutten/core'

/** What two requests took together; estimated where one of them is. Null where neither was made. */
export function addUsage(first: AnswerUsage | null, second: AnswerUsage | null): AnswerUsage | null {
  if (!first || !second) return first ?? second
  const sum: AnswerUsage = {
    inputTokens: first.inputTokens + second.inputTokens,
    outputTokens: first.outputTokens + second.outputTokens,
  }
  if (first.cost !== undefined || second.cost !== undefined) sum.cost = (first.cost ?? 0) + (second.cost ?? 0)
  if (first.isEstimated || second.isEstimated) sum.isEstimated = true
  return sum
}
