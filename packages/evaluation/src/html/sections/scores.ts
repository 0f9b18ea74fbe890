import { metricNames } from '../../metrics/metric-name.js'
import { formatScore } from '../../report/format-score.js'
import { getScore } from '../../report/get-score.js'
import type { EvaluationReport } from '../../report/report.js'
import { renderScale, renderStrip } from '../charts/strip.js'
import { formatInterval } from '../format.js'
import { renderLabel } from '../label.js'
import { metricLabels } from '../labels.js'
import { html, type Markup } from '../markup.js'
import { renderMetric } from '../render-metric.js'
import { renderSection, renderTable } from './section.js'

const domain = { from: 0, to: 1 }

/** Every metric that was measured, with its interval. */
export function renderScores(report: EvaluationReport): Markup {
  const rows = metricNames.flatMap((name) => {
    const value = getScore(report, name)
    if (value === null) return []
    const interval = report.intervals[name]
    return [
      [
        html`${renderMetric(name)}<small>${renderLabel(metricLabels[name])}</small>`,
        formatScore(value),
        formatInterval(interval),
        renderStrip({ value, interval, domain }),
      ],
    ]
  })
  return renderSection({
    id: 'scores',
    title: { ja: '指標', en: 'Scores' },
    note: {
      ja: '区間は問いを引き直した 95 % ブートストラップ区間。',
      en: 'Intervals are 95 % bootstrap intervals over the questions.',
    },
    body: renderTable({
      className: 'strips',
      spare: [2],
      head: [
        { ja: '指標', en: 'Metric' },
        { ja: '値', en: 'Value' },
        '95 %',
        renderScale(domain, (value) => value.toFixed(1)),
      ],
      rows,
    }),
  })
}
