import type { VectorHit } from '@shutten/core'
import type { SearchResult } from 'hnswlib-node'

/** hnswlib's cosine distance is 1 less the cosine, give or take the rounding. */
export function toHits({ neighbors, distances }: SearchResult): VectorHit[] {
  return neighbors.map((ordinal, rank) => ({
    ordinal,
    similarity: Math.max(-1, Math.min(1, 1 - (distances[rank] ?? 1))),
  }))
}
