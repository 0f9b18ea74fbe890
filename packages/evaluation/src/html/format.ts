import type { Interval } from '../metrics/bootstrap-interval.js'
import { formatDifference, formatScore } from '../report/format-score.js'

/** 0.900 – 0.980 */
export function formatInterval(interval: Interval | null | undefined, format: (value: number) => string = formatScore) {
  return interval ? `${format(interval.low)} – ${format(interval.high)}` : ''
}

export const formatDifferenceInterval = (interval: Interval) => formatInterval(interval, formatDifference)

/** Milliseconds as a person reads them: 84 ms, 1.2 s. */
export function formatDuration(milliseconds: number): string {
  if (milliseconds < 10) return `${milliseconds.toFixed(1)} ms`
  return milliseconds < 1_000 ? `${milliseconds.toFixed(0)} ms` : `${(milliseconds / 1_000).toFixed(1)} s`
}

/** The end of a scale of differences: −0.3, 0, +0.05. */
export function formatEnd(difference: number): string {
  return formatDifference(difference).replace(/\.?0+$/, '')
}
