import { ShuttenError, type VectorHit, type VectorIndex } from '@shutten/core'
import hnswlib from 'hnswlib-node'
import { checkVector } from './check-vector.js'
import { createDamageError } from './create-damage-error.js'
import { inspectHnswFile } from './inspect-hnsw-file.js'

/** Reads the whole file into memory; what happens to the file afterwards does not matter. Errors: INDEX_DAMAGED. */
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
  let index = size <= exactUpTo ? await readExact(options) : await readGraph({ ...options, efSearch })

  return {
    dimension,
    size,

    search({ vector, k }) {
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
      if (size === 0) return []
      return index
        .search(point, Math.min(k, size))
        .sort((a, b) => b.similarity - a.similarity || a.ordinal - b.ordinal)
        .slice(0, k)
    },

    close() {
      index = null
    },
  }
}

/** `k` is at most the size. At least k hits, in any order. */
type Searchable = { search(point: number[], k: number): VectorHit[] } | null

async function readGraph({
  file,
  dimension,
  size,
  efSearch,
}: {
  file: string
  dimension: number
  size: number
  efSearch: number
}): Promise<Searchable> {
  const ordinals: number[] = []
  const twins = new Map<number, number[]>()
  await inspectHnswFile({
    file,
    dimension,
    size,
    visit({ ordinal, twinOf }) {
      ordinals.push(ordinal)
      if (twinOf === null) return
      const node = ordinals[twinOf] ?? 0
      const known = twins.get(node)
      if (known) known.push(ordinal)
      else twins.set(node, [ordinal])
    },
  })
  const index = new hnswlib.HierarchicalNSW('cosine', dimension)
  try {
    await index.readIndex(file)
  } catch (cause) {
    throw createDamageError({ file, reason: 'it cannot be read', cause })
  }
  index.setEf(efSearch)
  return {
    search: (point, k) =>
      toHits(index.searchKnn(point, k)).flatMap((hit) => [
        hit,
        ...(twins.get(hit.ordinal) ?? []).map((ordinal) => ({ ordinal, similarity: hit.similarity })),
      ]),
  }
}

/** The vectors without their graph, which may miss one: with few of them looking at each is as fast. */
async function readExact({
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
    visit: ({ ordinal, vector }) => index.addPoint(Array.from(vector), ordinal),
  })
  return { search: (point, k) => toHits(index.searchKnn(point, k)) }
}

function toHits({ neighbors, distances }: hnswlib.SearchResult): VectorHit[] {
  return neighbors.map((ordinal, rank) => ({
    ordinal,
    similarity: Math.max(-1, Math.min(1, 1 - (distances[rank] ?? 1))),
  }))
}
