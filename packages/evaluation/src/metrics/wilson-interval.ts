import type { Interval } from './bootstrap-interval.js'

/** Of a normal distribution, for 95 %. */
const z = 1.959964

/**
 * 95 % interval of a share; null when nothing was counted. Unlike the bootstrap it says something of 3 of 3.
 * Source: Wilson, "Probable inference, the law of succession, and statistical inference", 1927.
 */
export function wilsonInterval(options: { successes: number; count: number }): Interval | null {
  const { successes, count } = options
  if (count === 0) return null
  const share = successes / count
  const scale = 1 + z ** 2 / count
  const middle = (share + z ** 2 / (2 * count)) / scale
  const half = (z * Math.sqrt((share * (1 - share)) / count + z ** 2 / (4 * count ** 2))) / scale
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) }
}
