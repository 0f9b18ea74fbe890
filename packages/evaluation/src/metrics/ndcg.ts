/**
 * Normalised discounted cumulative gain at `k` with gain 1 for a relevant item and a discount of log2(rank + 1).
 * The ideal ranking has all `relevantTotal` relevant items first, whether the ranking found them or not.
 * Source: Järvelin and Kekäläinen, "Cumulated gain-based evaluation of IR techniques", 2002, in the form of
 * `ndcg_cut` of trec_eval. `relevantTotal` must be at least the number of relevant items in the ranking.
 */
export function ndcg(options: { relevance: readonly boolean[]; k: number; relevantTotal: number }): number {
  const { relevance, k, relevantTotal } = options
  const gain = relevance.slice(0, k).reduce((sum, isRelevant, index) => sum + (isRelevant ? discount(index) : 0), 0)
  const ideal = Array.from({ length: Math.min(k, relevantTotal) }, (_, index) => discount(index))
  return ideal.length === 0 ? 0 : gain / ideal.reduce((sum, value) => sum + value, 0)
}

function discount(index: number): number {
  return 1 / Math.log2(index + 2)
}
