/**
 * 1 / rank of the first relevant item among the first `k`; 0 when none is there. Its mean over questions is MRR@k.
 * Source: Voorhees, "The TREC-8 Question Answering Track Report", 1999; `recip_rank` of trec_eval, cut at k.
 */
export function reciprocalRank(options: { relevance: readonly boolean[]; k: number }): number {
  const rank = options.relevance.slice(0, options.k).indexOf(true) + 1
  return rank === 0 ? 0 : 1 / rank
}
