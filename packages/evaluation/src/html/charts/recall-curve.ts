import type { Interval } from '../../metrics/bootstrap-interval.js'
import { html, type Markup } from '../markup.js'
import { renderPlot } from './plot.js'
import { createShareAxis } from './share-axis.js'

export interface CurvePoint {
  k: number
  value: number
  interval: Interval | null
}

/** Recall by k, evenly spaced, in a band of its intervals; another run's curve is drawn hollow. */
export function renderRecallCurve(options: {
  points: readonly CurvePoint[]
  before: readonly CurvePoint[]
  labelledBy: string
}): Markup {
  const { points, before, labelledBy } = options
  const all = [...points, ...before]
  const cuts = [...new Set(all.map(({ k }) => k))].sort((a, b) => a - b)
  const lows = points.map(({ value, interval }) => interval?.low ?? value)
  return renderPlot({
    labelledBy,
    x: {
      from: -0.4,
      to: cuts.length - 0.6,
      ticks: cuts.map((_, index) => index),
      format: (index) => String(cuts[index]),
    },
    y: createShareAxis(Math.min(...lows, ...before.map(({ value }) => value))),
    draw({ x, y }) {
      const at = (point: CurvePoint, value: number) => `${x(cuts.indexOf(point.k))},${y(value)}`
      const line = (curve: readonly CurvePoint[]) => curve.map((point) => at(point, point.value)).join(' ')
      const band = [
        ...points.map((point) => at(point, point.interval?.high ?? point.value)),
        ...[...points].reverse().map((point) => at(point, point.interval?.low ?? point.value)),
      ]
      return html`<polygon class="band" points="${band.join(' ')}"/>${
        before.length > 0 &&
        html`<polyline class="before" points="${line(before)}"/>${before.map((point) => html`<circle class="hollow" cx="${x(cuts.indexOf(point.k))}" cy="${y(point.value)}" r="3.5"/>`)}`
      }<polyline class="line" points="${line(points)}"/>${points.map((point) => html`<circle class="dot" cx="${x(cuts.indexOf(point.k))}" cy="${y(point.value)}" r="3.5"/>`)}`
    },
  })
}
