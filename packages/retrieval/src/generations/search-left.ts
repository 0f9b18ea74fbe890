/** Hits beyond those that are wanted, at least: an exclusion is seldom among the best. */
const margin = 4
/** Of the hits that will do by the share that is left, so many more are asked for, lest it be just too few. */
const slack = 1.25
/** More hits than this, or than so many times those that are wanted, cost more than a search within what is left. */
const mostHits = 400
const mostTimes = 4

/**
 * The k best hits that are left, by asking for some more than k and dropping those that are not: the same as those of a search within
 * what is left, at the cost of a search that knows of no exclusion. Null where so many would have to be asked for that such
 * a search costs less.
 *
 * @param options.share of what can be found that is left, 0 to 1
 * @param options.find the best `k` of all, best first; fewer only where there are no more
 * @param options.keep a hit as it is told, or null for one that is not left
 */
export function searchLeft<Hit>(options: {
  k: number
  share: number
  find: (k: number) => readonly Hit[]
  keep: (hit: Hit) => Hit | null
}): Hit[] | null {
  const { k, share, find, keep } = options
  const most = Math.max(mostHits, k * mostTimes)
  for (let depth = Math.ceil((k / share) * (share < 0.9 ? slack : 1)) + margin; depth <= most; depth *= 2) {
    const hits = find(depth)
    const left = hits.flatMap((hit) => keep(hit) ?? [])
    if (left.length >= k || hits.length < depth) return left.slice(0, k)
  }
  return null
}
