import { createRandom } from './create-random.js'
import { percentileOfSorted } from './percentile.js'

export interface Interval {
  low: number
  high: number
}

/**
 * Percentile bootstrap: `statistic` of samples drawn with replacement from `items`, and the middle `level` of its
 * values. Samples on which it is undefined (null) are left out; null when it is never defined.
 * Source: Efron and Tibshirani, "An Introduction to the Bootstrap", 1993, chapter 13.
 */
export function bootstrapInterval<T>(options: {
  items: readonly T[]
  statistic: (sample: readonly T[]) => number | null
  seed?: number
  resamples?: number
  level?: number
}): Interval | null {
  const { items, statistic, seed = 1, resamples = 1_000, level = 0.95 } = options
  const random = createRandom(seed)
  const values: number[] = []
  const sample = [...items]
  for (let round = 0; round < resamples; round++) {
    for (let index = 0; index < items.length; index++) sample[index] = items[Math.floor(random() * items.length)] as T
    const value = statistic(sample)
    if (value !== null) values.push(value)
  }
  return takeInterval(values, level)
}

/** The middle `level` of the values; null without any. */
export function takeInterval(values: readonly number[], level: number): Interval | null {
  const sorted = Float64Array.from(values).sort()
  const low = percentileOfSorted(sorted, (1 - level) / 2)
  const high = percentileOfSorted(sorted, (1 + level) / 2)
  return low === null || high === null ? null : { low, high }
}
