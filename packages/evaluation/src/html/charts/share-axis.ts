import type { Axis } from './plot.js'

const quarters = [0, 0.25, 0.5, 0.75, 1]

/** From 0 to 1 by quarters; or from the last quarter below the least value, where all values are high. */
export function createShareAxis(least = 0): Axis {
  const from = [...quarters].reverse().find((quarter) => quarter <= least && quarter < 1) ?? 0
  const step = from >= 0.75 ? 0.05 : from >= 0.5 ? 0.1 : 0.25
  const count = Math.round((1 - from) / step)
  return {
    from,
    to: 1,
    ticks: Array.from({ length: count + 1 }, (_, index) => from + index * step),
    format: (value) => value.toFixed(2),
  }
}
