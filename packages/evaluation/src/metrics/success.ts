/**
 * 1 when a relevant item is among the first `k`, else 0. The dataset's `relevant` lists documents of which any one
 * serves, so this is what the reports call recall@k: the one thing looked for was found. For a single relevant document
 * it is recall in the strict sense too.
 * Source: `success` of trec_eval; also called hit rate.
 */
export function success(options: { relevance: readonly boolean[]; k: number }): number {
  return options.relevance.slice(0, options.k).includes(true) ? 1 : 0
}
