/**
 * The value below which the share `p` (0 to 1) of the values lies, interpolated between neighbours; null without values.
 * Source: Hyndman and Fan, "Sample Quantiles in Statistical Packages", 1996, definition 7.
 */
export function percentile(values: readonly number[], p: number): number | null {
  return percentileOfSorted(Float64Array.from(values).sort(), p)
}

/** The same of values in ascending order. */
export function percentileOfSorted(sorted: ArrayLike<number>, p: number): number | null {
  const position = (sorted.length - 1) * p
  const below = sorted[Math.floor(position)]
  const above = sorted[Math.ceil(position)]
  if (below === undefined || above === undefined) return null
  return below + (above - below) * (position - Math.floor(position))
}
