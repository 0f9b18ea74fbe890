import type { CalibrationBin } from '../../metrics/measure-calibration.js'
import { html, type Markup } from '../markup.js'
import { renderPlot } from './plot.js'
import { createShareAxis } from './share-axis.js'

/** Of a bin that holds all answers, in units of the plot; areas go by count. */
const largestRadius = 14
const smallestRadius = 3

/** Share of right answers over stated confidence, against the diagonal on which both agree. */
export function renderReliabilityDiagram(options: { bins: readonly CalibrationBin[]; labelledBy: string }): Markup {
  const bins = options.bins.filter(({ count }) => count > 0)
  const total = bins.reduce((sum, { count }) => sum + count, 0)
  return renderPlot({
    labelledBy: options.labelledBy,
    x: createShareAxis(),
    y: createShareAxis(),
    draw: ({ x, y }) =>
      html`<line class="before" x1="${x(0)}" y1="${y(0)}" x2="${x(1)}" y2="${y(1)}"/>${bins.map(
        ({ confidence, correct, interval, count }) => {
          if (confidence === null || correct === null) return null
          const radius = Math.max(smallestRadius, largestRadius * Math.sqrt(count / total)).toFixed(1)
          return html`${interval && html`<line class="whisker" x1="${x(confidence)}" x2="${x(confidence)}" y1="${y(interval.low)}" y2="${y(interval.high)}"/>`}<circle class="dot" cx="${x(confidence)}" cy="${y(correct)}" r="${radius}"/>`
        },
      )}`,
  })
}
