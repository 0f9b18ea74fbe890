import type { BenchQuestion } from '../corpus/corpus.js'
import { resultCount } from '../systems/retrieval-system.js'
import type { Quality } from './measurement.js'

/** Mean reciprocal rank and recall of the first ten results; null when no question's passages are known. */
export function scoreQuality(
  answered: readonly { question: BenchQuestion; ranked: readonly (readonly string[])[] }[],
): Quality | null {
  const ranks = answered.flatMap(({ question: { relevant }, ranked }) => {
    if (!relevant) return []
    const at = ranked.slice(0, resultCount).findIndex((ids) => ids.some((id) => relevant.includes(id)))
    return [at < 0 ? Number.POSITIVE_INFINITY : at + 1]
  })
  if (ranks.length === 0) return null
  return {
    mrr10: ranks.reduce((sum, rank) => sum + 1 / rank, 0) / ranks.length,
    recall10: ranks.filter(Number.isFinite).length / ranks.length,
    questions: ranks.length,
  }
}
