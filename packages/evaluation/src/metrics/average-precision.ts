/**
 * Mean of the precisions at the ranks of the relevant items among the first `k`; those that were not found add zero.
 * Its mean over questions is MAP@k.
 * Source: Voorhees and Harman, "TREC: Experiment and Evaluation in Information Retrieval", 2005, chapter 3;
 * `map_cut` of trec_eval. `relevantTotal` must be at least the number of relevant items in the ranking.
 */
export function averagePrecision(options: { relevance: readonly boolean[]; k: number; relevantTotal: number }): number {
  const { relevance, k, relevantTotal } = options
  let found = 0
  let sum = 0
  relevance.slice(0, k).forEach((isRelevant, index) => {
    if (!isRelevant) return
    found++
    sum += found / (index + 1)
  })
  return relevantTotal === 0 ? 0 : sum / relevantTotal
}
