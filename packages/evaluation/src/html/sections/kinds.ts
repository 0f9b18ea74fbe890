import type { MetricName } from '../../metrics/metric-name.js'
import { formatScore } from '../../report/format-score.js'
import { getScore } from '../../report/get-score.js'
import type { EvaluationReport } from '../../report/report.js'
import { renderScale, renderStrip } from '../charts/strip.js'
import { formatInterval } from '../format.js'
import { type Label, renderLabel } from '../label.js'
import { html, type Markup } from '../markup.js'
import { renderMetric } from '../render-metric.js'
import { renderSection, renderTable } from './section.js'

const domain = { from: 0, to: 1 }
const drawn: [MetricName, Label][] = [
  ['correct', { ja: '正答', en: 'Correct' }],
  ['correctWithRightCitation', { ja: '正答と根拠', en: 'Correct, and cited' }],
  ['mrr@10', { ja: 'MRR@10', en: 'MRR@10' }],
  ['recall@10', { ja: '再現率@10', en: 'Recall@10' }],
]
const tabled: MetricName[] = [
  'mrr@10',
  'ndcg@10',
  'recall@1',
  'recall@10',
  'correct',
  'correctWithRightCitation',
  'citationPrecision',
  'citationRecall',
]

/** Each kind of question for itself: a plot for each main figure, and all of them as one table. */
export function renderKinds(report: EvaluationReport): Markup {
  const kinds = Object.entries(report.byKind)
  const figures = drawn.flatMap(([name, title]) => {
    const rows = kinds.flatMap(([kind, scores]) => {
      const value = getScore(scores, name)
      if (value === null) return []
      const interval = scores.intervals[name]
      const measured = report.perQuestion.filter((outcome) => outcome.kind === kind && outcome.measures[name]).length
      return [
        [
          html`${kind} <small>${measured}</small>`,
          formatScore(value),
          formatInterval(interval),
          renderStrip({ value, interval, domain }),
        ],
      ]
    })
    if (rows.length === 0) return []
    return [
      html`<div class="panel"><h3 id="kind-${name}">${renderLabel(title)}</h3>${renderTable({
        className: 'strips',
        spare: [2],
        head: [
          { ja: '種類', en: 'Kind' },
          { ja: '値', en: 'Value' },
          '95 %',
          renderScale(domain, (value) => value.toFixed(1)),
        ],
        rows,
      })}</div>`,
    ]
  })
  const present = tabled.filter((name) => getScore(report, name) !== null)
  return renderSection({
    id: 'kinds',
    title: { ja: '問いの種類ごと', en: 'By kind of question' },
    body: html`<div class="pair">${figures}</div><details><summary>${renderLabel({ ja: '一覧表', en: 'As one table' })}</summary><div class="scroll">${renderTable(
      {
        head: [
          { ja: '種類', en: 'Kind' },
          { ja: '問い', en: 'Questions' },
          ...present.map((name) => renderMetric(name)),
        ],
        rows: kinds.map(([kind, scores]) => [
          kind,
          String(scores.questions),
          ...present.map((name) => formatScore(getScore(scores, name))),
        ]),
      },
    )}</div></details>`,
  })
}
