import { rm } from 'node:fs/promises'
import { createOrdinalSet, type OrdinalSet, type VectorIndex } from '@shutten/core'
import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createHnswIndexFactory } from './create-hnsw-index-factory.js'
import { createRandom, createUnitVector, createVectors, findExactly } from './fixtures/create-vectors.js'
import { saveIndex } from './fixtures/save-index.js'

async function open(vectors: readonly Float32Array[], options: { exactUpTo?: number } = {}): Promise<VectorIndex> {
  const file = await saveIndex(vectors)
  const dimension = vectors[0]?.length ?? 8
  const index = await createHnswIndexFactory(options).open({ file, dimension, size: vectors.length })
  onTestFinished(() => index.close())
  return index
}

function choose(size: number, isIn: (ordinal: number) => boolean): OrdinalSet {
  return createOrdinalSet({ capacity: size, ordinals: Array.from({ length: size }, (_, at) => at).filter(isIn) })
}

/** All vectors, nearest first; the nearest of a set are the first ones in it. */
const rank = (vectors: readonly Float32Array[], query: Float32Array) => findExactly(vectors, query, vectors.length)
const firstWithin = (ranked: ReturnType<typeof rank>, k: number, within: OrdinalSet) =>
  ranked.filter(({ ordinal }) => within.has(ordinal)).slice(0, k)

describe('at 10,000 vectors in clusters', () => {
  const size = 10_000
  const clusters = 250
  const vectors = createVectors({ count: size, dimension: 48, clusters })
  const queries = createVectors({ count: 20, dimension: 48, clusters, seed: 7 })

  it('finds at least .99 of the ten nearest of any set, and never fewer than there are', async () => {
    const index = await open(vectors)
    const ranked = queries.map((vector) => rank(vectors, vector))
    const random = createRandom(11)
    for (const share of [0.001, 0.003, 0.01, 0.03, 0.1, 0.2, 0.3, 0.5, 0.7, 0.9]) {
      const sets = {
        scattered: choose(size, () => random() < share),
        'in a run': choose(size, (ordinal) => ordinal < size * share),
        'a few clusters': choose(
          size,
          (ordinal) => Math.floor((ordinal * clusters) / size) % Math.round(1 / share) === 0,
        ),
      }
      for (const [name, within] of Object.entries(sets)) {
        let found = 0
        let wanted = 0
        for (const [at, vector] of queries.entries()) {
          const hits = index.search({ vector, k: 10, within })
          const nearest = firstWithin(ranked[at] ?? [], 10, within)
          expect(hits, `${name} ${share}`).toHaveLength(nearest.length)
          expect(hits.every(({ ordinal }) => within.has(ordinal))).toBe(true)
          const ordinals = new Set(hits.map(({ ordinal }) => ordinal))
          wanted += nearest.length
          found += nearest.filter(({ ordinal }) => ordinals.has(ordinal)).length
        }
        expect(found / wanted, `${name} ${share}`).toBeGreaterThanOrEqual(0.99)
      }
    }
  })

  it('searches on when its file is removed meanwhile', async () => {
    const file = await saveIndex(vectors.slice(0, 2_000))
    const index = await createHnswIndexFactory().open({ file, dimension: 48, size: 2_000 })
    await rm(file)
    const [vector] = queries as [Float32Array]
    const within = choose(2_000, (ordinal) => ordinal % 50 === 0)
    expect(index.search({ vector, k: 5, within }).map(({ ordinal }) => ordinal)).toEqual(
      firstWithin(rank(vectors.slice(0, 2_000), vector), 5, within).map(({ ordinal }) => ordinal),
    )
    index.close()
  })
})

describe('any set', () => {
  const size = 400
  const vectors = createVectors({ count: size, dimension: 16, clusters: 12 })
  // One in eight says what another says: those are no nodes of the graph.
  for (let ordinal = 0; ordinal < size; ordinal += 8)
    vectors[ordinal] = vectors[(ordinal * 3 + 1) % size] as Float32Array

  it.each([
    { how: 'exactly', exactUpTo: 1_000 },
    { how: 'by the graph and the file', exactUpTo: 0 },
  ])('gives min(k, size) hits of it, $how, the nearest where they are asked for exactly', async ({ exactUpTo }) => {
    const index = await open(vectors, { exactUpTo })
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: size - 1 }), { maxLength: size }),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 1_000 }),
        (ordinals, k, seed) => {
          const within = createOrdinalSet({ capacity: size, ordinals })
          const vector = createUnitVector(16, createRandom(seed))
          const hits = index.search({ vector, k, within })
          const nearest = firstWithin(rank(vectors, vector), k, within)
          expect(hits).toHaveLength(nearest.length)
          expect(new Set(hits.map(({ ordinal }) => ordinal)).size).toBe(hits.length)
          hits.forEach(({ ordinal, similarity }, place) => {
            expect(within.has(ordinal)).toBe(true)
            expect(similarity).toBeCloseTo(nearest[place]?.similarity ?? 0, 4)
          })
        },
      ),
      { numRuns: 200 },
    )
  })

  it('finds nothing in the empty set', async () => {
    const index = await open(vectors, { exactUpTo: 0 })
    const within = createOrdinalSet({ capacity: size, ordinals: [] })
    expect(index.search({ vector: vectors[0] as Float32Array, k: 3, within })).toEqual([])
  })
})
