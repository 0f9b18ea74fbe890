import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeScored } from './merge-scored.js'

/** Scores of a few levels, so that ties come up; null for what was not scored. */
const scores = fc.array(fc.option(fc.integer({ min: 0, max: 4 })), { maxLength: 20 })
const merge = (given: readonly (number | null)[]) =>
  mergeScored({ items: given.map((score, place) => ({ place, score })), scores: given })

describe('mergeScored', () => {
  it('loses and doubles nothing', () => {
    fc.assert(
      fc.property(scores, (given) => {
        const places = merge(given).map(({ place }) => place)
        expect(places.toSorted((a, b) => a - b)).toEqual(given.map((_, place) => place))
      }),
    )
  })

  it('leaves what was not scored where it stood', () => {
    fc.assert(
      fc.property(scores, (given) => {
        const merged = merge(given)
        given.forEach((score, place) => {
          if (score === null) expect(merged[place]?.place).toBe(place)
        })
      }),
    )
  })

  it('orders what was scored by its score, equal ones as they stood', () => {
    fc.assert(
      fc.property(scores, (given) => {
        const scored = merge(given).filter(({ score }) => score !== null)
        scored.forEach((item, i) => {
          const before = scored[i - 1]
          if (!before) return
          expect(before.score).toBeGreaterThanOrEqual(item.score as number)
          if (before.score === item.score) expect(before.place).toBeLessThan(item.place)
        })
      }),
    )
  })

  it('sorts around what has no score', () => {
    expect(merge([0, null, 9, null]).map(({ place }) => place)).toEqual([2, 1, 0, 3])
    expect(merge([null, null]).map(({ place }) => place)).toEqual([0, 1])
  })
})
