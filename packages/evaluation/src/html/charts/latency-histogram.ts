import { percentile } from '../../metrics/percentile.js'
import { formatDuration } from '../format.js'
import { html, type Markup } from '../markup.js'
import { renderPlot } from './plot.js'

/** Bars a factor of ten, on a logarithmic axis: times spread over factors, not over differences. */
const barsPerDecade = 10

/** How often each time occurred, with the median and the 95th percentile as lines. `times` are milliseconds. */
export function renderLatencyHistogram(options: { times: readonly number[]; labelledBy: string }): Markup {
  const positions = options.times.map((time) => Math.log10(Math.max(time, 0.1)) * barsPerDecade)
  const from = Math.floor(Math.min(...positions))
  const to = Math.max(from + 4, Math.floor(Math.max(...positions)) + 1)
  const counts: number[] = Array.from({ length: to - from }, () => 0)
  for (const position of positions) counts[Math.floor(position) - from] = (counts[Math.floor(position) - from] ?? 0) + 1
  const most = Math.max(...counts)
  const toTime = (position: number) => 10 ** (position / barsPerDecade)
  const lines = [0.5, 0.95].map((p) => percentile(positions, p) ?? from)
  return renderPlot({
    labelledBy: options.labelledBy,
    x: { from, to, ticks: findTicks(from, to), format: (position) => formatDuration(toTime(position)) },
    y: { from: 0, to: most, ticks: most > 1 ? [0, Math.round(most / 2), most] : [0, most], format: String },
    draw: ({ x, y }) =>
      html`${counts.map(
        (count, index) =>
          count > 0 &&
          html`<rect class="bar" x="${x(from + index) + 0.5}" y="${y(count)}" width="${Math.max(1, x(from + index + 1) - x(from + index) - 1).toFixed(1)}" height="${(y(0) - y(count)).toFixed(1)}"/>`,
      )}${lines.map((position, index) => html`<line class="${index === 0 ? 'mark' : 'before'}" x1="${x(position)}" x2="${x(position)}" y1="${y(most)}" y2="${y(0)}"/>`)}`,
  })
}

/** 1, 2 and 5 of each power of ten, or of those powers alone where that would crowd. */
function findTicks(from: number, to: number): number[] {
  const ticks = (digits: readonly number[]) => {
    const first = Math.floor(from / barsPerDecade)
    const last = Math.ceil(to / barsPerDecade)
    return Array.from({ length: last - first + 1 }, (_, index) => first + index)
      .flatMap((decade) => digits.map((digit) => (decade + Math.log10(digit)) * barsPerDecade))
      .filter((position) => position >= from && position <= to)
  }
  const many = ticks([1, 2, 5])
  return many.length <= 5 ? many : ticks([1])
}
