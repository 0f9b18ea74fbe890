/**
 * What one question adds to a metric. Every metric is a sum of numerators over a sum of denominators: a mean with
 * denominator 1, a share over all citations with their number, F1 with its counts. So any of them can be resampled.
 */
export type Ratio = readonly [numerator: number, denominator: number]

/** Null when there is nothing to measure. */
export function divideSums(ratios: readonly Ratio[]): number | null {
  let numerator = 0
  let denominator = 0
  for (const ratio of ratios) {
    numerator += ratio[0]
    denominator += ratio[1]
  }
  return divide(numerator, denominator)
}

/** Null when the denominator is zero. */
export function divide(numerator = 0, denominator = 0): number | null {
  return denominator === 0 ? null : numerator / denominator
}
