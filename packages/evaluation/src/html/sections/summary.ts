import type { MetricName } from '../../metrics/metric-name.js'
import { formatScore } from '../../report/format-score.js'
import { getScore } from '../../report/get-score.js'
import type { EvaluationReport } from '../../report/report.js'
import { formatDuration, formatInterval } from '../format.js'
import { type Label, renderLabel } from '../label.js'
import { html, type Markup } from '../markup.js'

const shown: [MetricName, Label][] = [
  ['correct', { ja: '正答', en: 'Correct' }],
  ['correctWithRightCitation', { ja: '正答と根拠', en: 'Correct, and cited' }],
  ['citationPrecision', { ja: '引用の適合率', en: 'Citation precision' }],
  ['refusal.f1', { ja: '拒否の F1', en: 'Refusal F1' }],
  ['mrr@10', { ja: 'MRR@10', en: 'MRR@10' }],
  ['recall@10', { ja: '再現率@10', en: 'Recall@10' }],
]

/** The figures that a reader looks for first. What was not measured is left out. */
export function renderSummary(report: EvaluationReport): Markup {
  const tiles = shown.flatMap(([name, label]) => {
    const score = getScore(report, name)
    return score === null ? [] : [renderTile(label, formatScore(score), formatInterval(report.intervals[name]))]
  })
  const { search, ask } = report.latency
  const latency = ask ?? search
  if (latency)
    tiles.push(
      renderTile(
        ask
          ? { ja: '回答までの中央値', en: 'Median time to answer' }
          : { ja: '検索の中央値', en: 'Median time to search' },
        formatDuration(latency.p50),
        `p95 ${formatDuration(latency.p95)}`,
      ),
    )
  if (report.robustness)
    tiles.push(
      renderTile(
        { ja: '崩した問いでの MRR@10 の損失', en: 'MRR@10 lost to damaged questions' },
        formatScore(report.robustness.overall.loss),
        formatInterval(report.robustness.overall.interval),
      ),
    )
  return html`<dl class="tiles">${tiles}</dl>
`
}

function renderTile(label: Label, value: string, beside: string): Markup {
  return html`<div><dt>${renderLabel(label)}</dt><dd>${value}<small>${beside}</small></dd></div>`
}
