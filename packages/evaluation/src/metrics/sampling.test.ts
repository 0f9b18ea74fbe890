import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bootstrapInterval } from './bootstrap-interval.js'
import { bootstrapSums } from './bootstrap-sums.js'
import { createRandom } from './create-random.js'
import { percentile } from './percentile.js'
import { divide, divideSums, type Ratio } from './ratio.js'

const mean = (sample: readonly number[]) => divideSums(sample.map((value): Ratio => [value, 1]))

describe('random numbers', () => {
  test('are the same for the same seed and others for another', () => {
    const draw = (seed: number) => Array.from({ length: 20 }, createRandom(seed))
    expect(draw(7)).toEqual(draw(7))
    expect(draw(7)).not.toEqual(draw(8))
  })

  test.each([0, 1, 2, -1, 0x7fffffff])('of seed %i fill [0, 1) evenly', (seed) => {
    const random = createRandom(seed)
    const buckets = Array(10).fill(0)
    for (let draw = 0; draw < 100_000; draw++) buckets[Math.floor(random() * 10)]++
    for (const count of buckets) expect(Math.abs(count - 10_000)).toBeLessThan(500)
  })
})

describe('percentile', () => {
  test.each([
    [[3, 1, 2], 0.5, 2],
    [[1, 2, 3, 4], 0.5, 2.5],
    [[10, 20, 30, 40, 50], 0.95, 48],
    [[5], 0.95, 5],
    [[1, 2], 0, 1],
    [[1, 2], 1, 2],
  ])('of %j at %f is %f', (values, p, expected) => {
    expect(percentile(values, p)).toBeCloseTo(expected, 12)
  })

  test('of nothing is null', () => {
    expect(percentile([], 0.5)).toBeNull()
  })
})

describe('bootstrap interval', () => {
  test('is about 1.96 standard errors wide on each side for the mean of many values', () => {
    // 400 questions, 300 right: p = .75, standard error sqrt(.75 × .25 / 400) = .02165.
    const items = Array.from({ length: 400 }, (_, index) => (index % 4 === 0 ? 0 : 1))
    const interval = bootstrapInterval({ items, statistic: mean, resamples: 4_000 })
    expect(interval?.low).toBeCloseTo(0.75 - 1.96 * 0.02165, 2)
    expect(interval?.high).toBeCloseTo(0.75 + 1.96 * 0.02165, 2)
  })

  test('is a point when all values are the same', () => {
    expect(bootstrapInterval({ items: [1, 1, 1], statistic: mean })).toEqual({ low: 1, high: 1 })
  })

  test('is null when nothing can be measured', () => {
    expect(bootstrapInterval({ items: [], statistic: mean })).toBeNull()
    expect(bootstrapInterval({ items: [1], statistic: () => null })).toBeNull()
  })

  test('is the same for the same seed, and lies within the values', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1 }),
        fc.integer(),
        (items, seed) => {
          const draw = () => bootstrapInterval({ items, statistic: mean, seed, resamples: 50 })
          const interval = draw()
          expect(draw()).toEqual(interval)
          expect(interval?.low).toBeGreaterThanOrEqual(Math.min(...items) - 1e-12)
          expect(interval?.high).toBeLessThanOrEqual(Math.max(...items) + 1e-12)
          expect(interval?.low).toBeLessThanOrEqual(interval?.high ?? 0)
        },
      ),
    )
  })

  test('by sums is the same as by samples', () => {
    const ratio = fc.tuple(fc.double({ min: 0, max: 5, noNaN: true }), fc.integer({ min: 0, max: 5 }))
    fc.assert(
      fc.property(fc.array(ratio), fc.integer(), (ratios, seed) => {
        const slow = bootstrapInterval({ items: ratios, statistic: divideSums, seed, resamples: 30 })
        const fast = bootstrapSums({ rows: ratios, statistic: (sums) => divide(sums[0], sums[1]), seed, resamples: 30 })
        expect(fast).toEqual(slow)
      }),
    )
  })
})
