import type { SearchResult } from '@shutten/core'
import type { PassageFate } from './exploration.js'

/**
 * What becomes of passages between retrieval and results.
 *
 * @param options.order ids of the passages that refining was given, best first
 */
export function createFateFinder(options: {
  order: readonly string[]
  results: readonly SearchResult[]
}): (passageId: string) => PassageFate {
  const { order, results } = options
  const places = new Map(order.map((id, place) => [id, place]))
  const fates = new Map<string, PassageFate>()
  let last = -1
  for (const { rank, passageId, passages, duplicates } of results) {
    last = Math.max(last, places.get(passageId) ?? -1)
    for (const part of passages) fates.set(part.passageId, { kind: 'merged', into: rank })
    for (const one of duplicates) fates.set(one.passageId, { kind: 'folded', into: rank })
    fates.set(passageId, { kind: 'result', into: rank })
  }
  return (passageId) => {
    const known = fates.get(passageId)
    if (known) return known
    const place = places.get(passageId)
    if (place === undefined) return { kind: 'beyond-depth', into: null }
    return { kind: place < last ? 'spread' : 'beyond-k', into: null }
  }
}
