import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clusterQuestions } from './cluster-questions.js'

const unit = (values: readonly number[]): Float32Array => {
  const length = Math.hypot(...values) || 1
  return Float32Array.from(values, (value) => value / length)
}
const cosine = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, i) => sum + value * (b[i] as number), 0)
const vector = fc
  .array(fc.integer({ min: -3, max: 3 }), { minLength: 3, maxLength: 3 })
  .filter((values) => values.some((value) => value !== 0))
  .map(unit)
const threshold = fc.constantFrom(0.2, 0.5, 0.8, 0.95)

describe('clusterQuestions', () => {
  it('puts together what points the same way', () => {
    const vectors = [unit([1, 0]), unit([0, 1]), unit([1, 0.1]), unit([0.1, 1])]
    expect(clusterQuestions({ items: ['a', 'b', 'c', 'd'], vectors, threshold: 0.9 })).toEqual([
      { leader: 'a', members: ['a', 'c'] },
      { leader: 'b', members: ['b', 'd'] },
    ])
  })

  it('leaves alone what has no vector yet', () => {
    const vectors = [unit([1, 0]), null, unit([1, 0]), null]
    expect(clusterQuestions({ items: ['a', 'b', 'c', 'd'], vectors, threshold: 0.9 })).toEqual([
      { leader: 'a', members: ['a', 'c'] },
      { leader: 'b', members: ['b'] },
      { leader: 'd', members: ['d'] },
    ])
  })

  it('puts everything somewhere once, near its leader, and no leader near another', () => {
    fc.assert(
      fc.property(fc.array(vector, { maxLength: 30 }), threshold, (vectors, least) => {
        const items = vectors.map((_, i) => i)
        const clusters = clusterQuestions({ items, vectors, threshold: least })
        expect(clusters.flatMap(({ members }) => members).sort((a, b) => a - b)).toEqual(items)
        for (const [i, { leader, members }] of clusters.entries()) {
          expect(members[0]).toBe(leader)
          const own = vectors[leader] as Float32Array
          for (const member of members.slice(1)) {
            const near = cosine(own, vectors[member] as Float32Array)
            expect(near).toBeGreaterThanOrEqual(least)
            for (const other of clusters)
              if (other.leader < member)
                expect(
                  cosine(vectors[other.leader] as Float32Array, vectors[member] as Float32Array),
                ).toBeLessThanOrEqual(near)
          }
          for (const other of clusters.slice(i + 1))
            expect(cosine(own, vectors[other.leader] as Float32Array)).toBeLessThan(least)
        }
      }),
    )
  })

  it('makes the same of the same, and is not changed by what comes later', () => {
    fc.assert(
      fc.property(fc.array(vector, { minLength: 1, maxLength: 20 }), threshold, (vectors, least) => {
        const items = vectors.map((_, i) => i)
        const all = clusterQuestions({ items, vectors, threshold: least })
        const before = clusterQuestions({
          items: items.slice(0, -1),
          vectors: vectors.slice(0, -1),
          threshold: least,
        })
        const last = items.length - 1
        const without = all
          .map(({ leader, members }) => ({ leader, members: members.filter((member) => member !== last) }))
          .filter(({ members }) => members.length > 0)
        expect(without).toEqual(before)
      }),
    )
  })
})
