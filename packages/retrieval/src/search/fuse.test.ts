import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DenseSignal, fuse } from './fuse.js'

const signals = fc.uniqueArray(
  fc.record({ ordinal: fc.integer({ min: 0, max: 30 }), value: fc.float({ min: 0, max: 1, noNaN: true }) }),
  { selector: (signal) => signal.ordinal },
)

describe('fuse', () => {
  it('combines min-max cosines with BM25 over the best', () => {
    const fused = fuse({
      dense: [
        { ordinal: 1, value: 0.9 },
        { ordinal: 2, value: 0.8 },
        { ordinal: 3, value: 0.7 },
      ],
      lexical: [
        { ordinal: 2, value: 8, share: 0.6 },
        { ordinal: 4, value: 4, share: 0.3 },
      ],
      denseWeight: 0.5,
    })
    expect(fused.map(({ ordinal, score }) => [ordinal, Number(score.toFixed(6))])).toEqual([
      [2, 0.75],
      [1, 0.5],
      [4, 0.25],
      [3, 0],
    ])
    expect(fused.find(({ ordinal }) => ordinal === 4)).toMatchObject({ dense: null, lexical: 4 })
  })

  it('counts words for less where even the best passage holds little of the query', () => {
    const dense = [
      { ordinal: 1, value: 0.9 },
      { ordinal: 2, value: 0.8 },
    ]
    const [first, second] = fuse({ dense, lexical: [{ ordinal: 2, value: 5, share: 0.014 }], denseWeight: 0.5 })
    expect(first).toMatchObject({ ordinal: 1, score: 0.5 })
    expect(second).toMatchObject({ ordinal: 2, lexical: 5 })
    expect(second?.score).toBeCloseTo(0.05)
  })

  it('orders equal scores by ordinal', () => {
    const dense: DenseSignal[] = [5, 3, 4].map((ordinal) => ({ ordinal, value: 0.8 }))
    expect(fuse({ dense, lexical: [], denseWeight: 1 }).map(({ ordinal }) => ordinal)).toEqual([3, 4, 5])
  })

  it('gives every passage of either side once, with a score from 0 to 1, best first', () => {
    fc.assert(
      fc.property(signals, signals, fc.float({ min: 0, max: 1, noNaN: true }), (dense, words, denseWeight) => {
        const lexical = words.map((word) => ({ ...word, share: word.value }))
        const fused = fuse({ dense, lexical, denseWeight })
        const ordinals = fused.map(({ ordinal }) => ordinal)
        expect(new Set(ordinals)).toEqual(new Set([...dense, ...lexical].map(({ ordinal }) => ordinal)))
        expect(ordinals).toHaveLength(new Set(ordinals).size)
        for (const [i, { score }] of fused.entries()) {
          expect(score).toBeGreaterThanOrEqual(0)
          expect(score).toBeLessThanOrEqual(1 + 1e-9)
          if (i > 0) expect(score).toBeLessThanOrEqual(fused[i - 1]?.score ?? Infinity)
        }
      }),
    )
  })
})
