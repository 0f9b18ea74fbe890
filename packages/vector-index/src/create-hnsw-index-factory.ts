import { ShuttenError, type VectorIndexFactory } from '@shutten/core'
import { chooseEfSearch } from './choose-ef-search.js'
import { createHnswBuilder } from './create-hnsw-builder.js'
import { openHnswIndex } from './open-hnsw-index.js'

/**
 * Vector indexes as HNSW graphs of hnswlib (Malkov and Yashunin, arXiv:1603.09320), cosine similarity, one file each.
 *
 * `m`: links of a node on the upper layers, twice as many on the lowest. `efConstruction`, `efSearch`: length of the candidate list
 * while building and searching, the latter by the index's size unless told; a search for more than `efSearch` hits widens it.
 * The defaults find .99 of the ten nearest at 10,000 and at 100,000 passages (docs/decisions/2026-11-22-hnsw-parameters.md).
 * `seed` makes a build repeatable.
 * An index of at most `exactUpTo` vectors is searched exactly.
 * Errors: INPUT_INVALID.
 */
export function createHnswIndexFactory({
  m = 16,
  efConstruction = 200,
  efSearch,
  seed = 100,
  exactUpTo = 1_000,
}: {
  m?: number
  efConstruction?: number
  efSearch?: number
  seed?: number
  exactUpTo?: number
} = {}): VectorIndexFactory {
  requireInteger({ name: 'm', value: m, from: 2, to: 1_000 })
  requireInteger({ name: 'efConstruction', value: efConstruction, from: 1, to: 100_000 })
  if (efSearch !== undefined) requireInteger({ name: 'efSearch', value: efSearch, from: 1, to: 100_000 })
  requireInteger({ name: 'seed', value: seed, from: 0, to: 0xffff_ffff })
  requireInteger({ name: 'exactUpTo', value: exactUpTo, from: 0, to: 1_000_000 })
  return {
    fileName: 'vectors.hnsw',
    async createBuilder({ dimension, capacity, previous }) {
      requireInteger({ name: 'dimension', value: dimension, from: 1, to: 65_536 })
      requireInteger({ name: 'capacity', value: capacity, from: 0, to: 0xffff_fffe })
      return createHnswBuilder({ dimension, capacity, m, efConstruction, seed, ...(previous && { previous }) })
    },
    open({ file, dimension, size }) {
      return openHnswIndex({ file, dimension, size, efSearch: efSearch ?? chooseEfSearch(size), exactUpTo })
    },
  }
}

function requireInteger({ name, value, from, to }: { name: string; value: number; from: number; to: number }): void {
  if (Number.isInteger(value) && value >= from && value <= to) return
  throw new ShuttenError({
    code: 'INPUT_INVALID',
    message: `${name} is ${value}; a whole number from ${from} to ${to} is needed.`,
    suggestion: `Give ${name} as a whole number in that range.`,
  })
}
