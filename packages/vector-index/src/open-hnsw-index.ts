import { ShuttenError, type VectorIndex } from '@shutten/core'
import { checkVector } from './check-vector.js'
import { readExact } from './read-exact.js'
import { readGraph } from './read-graph.js'
import type { Searchable } from './searchable.js'

/**
 * Reads the whole file into memory and keeps it open: what happens to its name afterwards does not matter.
 * Errors: INDEX_DAMAGED.
 */
export async function openHnswIndex({
  file,
  dimension,
  size,
  efSearch,
  exactUpTo,
}: {
  file: string
  dimension: number
  size: number
  efSearch: number
  exactUpTo: number
}): Promise<VectorIndex> {
  const options = { file, dimension, size }
  let index: Searchable | null =
    size <= exactUpTo ? await readExact(options) : await readGraph({ ...options, efSearch })

  return {
    dimension,
    size,

    search({ vector, k, within }) {
      if (!Number.isInteger(k) || k < 1)
        throw new ShuttenError({
          code: 'INPUT_INVALID',
          message: `k is ${k}; at least 1 result can be asked for.`,
          suggestion: 'Ask for a whole number of results, 1 or more.',
        })
      const point = checkVector(vector, dimension)
      if (!index)
        throw new ShuttenError({
          code: 'INTERNAL',
          message: 'The vector index was searched after it was closed.',
          suggestion: 'Open the generation again.',
        })
      const wanted = Math.min(k, within?.size ?? size)
      if (wanted === 0) return []
      const hits = within ? index.searchWithin(point, wanted, within) : index.search(point, wanted)
      return hits.sort((a, b) => b.similarity - a.similarity || a.ordinal - b.ordinal).slice(0, k)
    },

    close() {
      index?.close()
      index = null
    },
  }
}
