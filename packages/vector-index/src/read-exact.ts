import hnswlib from 'hnswlib-node'
import { inspectHnswFile } from './inspect-hnsw-file.js'
import type { Searchable } from './searchable.js'
import { toHits } from './to-hits.js'

/** The vectors without their graph, which may miss one: with few of them looking at each is as fast. */
export async function readExact({
  file,
  dimension,
  size,
}: {
  file: string
  dimension: number
  size: number
}): Promise<Searchable> {
  const index = new hnswlib.BruteforceSearch('cosine', dimension)
  index.initIndex(Math.max(size, 1))
  await inspectHnswFile({
    file,
    dimension,
    size,
    visit({ ordinal, vector }) {
      if (ordinal !== null) index.addPoint(Array.from(vector), ordinal)
    },
  })
  return {
    search: (point, k) => toHits(index.searchKnn(point, k)),
    // hnswlib's own filter loses hits here: it looks at no vector that is farther than those let through among the first k.
    searchWithin: (point, _k, within) =>
      toHits(index.searchKnn(point, size)).filter(({ ordinal }) => within.has(ordinal)),
    close() {},
  }
}
