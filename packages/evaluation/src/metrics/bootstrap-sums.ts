import { type Interval, takeInterval } from './bootstrap-interval.js'
import { createRandom } from './create-random.js'

/**
 * `bootstrapInterval` for statistics that depend on sums over the sample only (shares, F1, differences of them): each
 * item is a row of numbers, and `statistic` is given the sums of the columns. Gives what `bootstrapInterval` gives, and
 * takes a tenth of its time: no sample is made.
 */
export function bootstrapSums(options: {
  rows: readonly (readonly number[])[]
  statistic: (sums: Float64Array) => number | null
  seed?: number
  resamples?: number
  level?: number
}): Interval | null {
  const { rows, statistic, seed = 1, resamples = 1_000, level = 0.95 } = options
  const columns = rows[0]?.length ?? 0
  const cells = Float64Array.from(rows.flat())
  const random = createRandom(seed)
  const sums = new Float64Array(columns)
  const values: number[] = []
  for (let round = 0; round < resamples; round++) {
    sums.fill(0)
    for (let drawn = 0; drawn < rows.length; drawn++) {
      const at = Math.floor(random() * rows.length) * columns
      for (let column = 0; column < columns; column++)
        sums[column] = (sums[column] as number) + (cells[at + column] as number)
    }
    const value = statistic(sums)
    if (value !== null) values.push(value)
  }
  return takeInterval(values, level)
}
