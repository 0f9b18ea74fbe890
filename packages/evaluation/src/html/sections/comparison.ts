import type { MetricDifference, RankChange, ReportComparison } from '../../report/compare-reports.js'
import { formatDifference, formatScore } from '../../report/format-score.js'
import { type Domain, renderScale, renderStrip } from '../charts/strip.js'
import { formatDifferenceInterval, formatEnd } from '../format.js'
import { type Label, renderLabel } from '../label.js'
import { html, type Markup } from '../markup.js'
import { renderMetric } from '../render-metric.js'
import { renderSection, renderTable } from './section.js'

const verdicts: Record<MetricDifference['verdict'], Label> = {
  better: { ja: '▲ 良', en: '▲ better' },
  worse: { ja: '▼ 悪', en: '▼ worse' },
  same: { ja: '', en: '' },
}
const head = (domain: Domain, first: Label) => [
  first,
  { ja: '前', en: 'Before' },
  { ja: '後', en: 'After' },
  { ja: '差', en: 'Difference' },
  '95 %',
  renderScale(domain, formatEnd),
  { ja: '判定', en: 'Verdict' },
]

/** Differences to an earlier run, with their intervals, and the questions that changed. */
export function renderComparison(comparison: ReportComparison): Markup {
  const { before, after, questions, differences, byKind, fixed, broken, higher, lower } = comparison
  const domain = findDomain(differences)
  const kinds = Object.entries(byKind).flatMap(([kind, all]) =>
    all
      .filter(({ metric }) => metric === 'correct' || metric === 'mrr@10')
      .map((difference) => renderRow(html`${kind} ${renderMetric(difference.metric)}`, difference, domain)),
  )
  return renderSection({
    id: 'comparison',
    title: { ja: '以前の実行との差', en: 'Against an earlier run' },
    note: {
      ja: `${before} → ${after}、両方にある ${questions} 問。区間は対応のあるブートストラップの 95 % 区間で、0 を含めば差は偶然の範囲。`,
      en: `${before} → ${after}, ${questions} questions in both. Intervals are 95 % paired bootstrap intervals; where one holds 0 the difference may be chance.`,
    },
    body: html`${renderTable({
      className: 'strips wide',
      spare: [1, 2, 4],
      head: head(domain, { ja: '指標', en: 'Metric' }),
      rows: differences.map((difference) => renderRow(renderMetric(difference.metric), difference, domain)),
    })}${
      kinds.length > 2 &&
      html`<details><summary>${renderLabel({ ja: '種類ごと', en: 'By kind' })}</summary>${renderTable({
        className: 'strips wide',
        spare: [1, 2, 4],
        head: head(domain, { ja: '種類', en: 'Kind' }),
        rows: kinds,
      })}</details>`
    }<div class="pair">${renderList({ ja: '正答になった', en: 'Right now' }, fixed.map(renderLink))}${renderList({ ja: '誤答になった', en: 'Wrong now' }, broken.map(renderLink))}${renderList({ ja: '順位が上がった', en: 'Found higher' }, higher.map(renderChange))}${renderList({ ja: '順位が下がった', en: 'Found lower' }, lower.map(renderChange))}</div>`,
  })
}

function findDomain(differences: readonly MetricDifference[]): Domain {
  const largest = Math.max(
    0.05,
    ...differences.flatMap(({ interval }) => [Math.abs(interval.low), Math.abs(interval.high)]),
  )
  const end = Math.ceil(largest * 20) / 20
  return { from: -end, to: end }
}

function renderRow(name: Markup, item: MetricDifference, domain: Domain): (Markup | string)[] {
  const { before, after, difference, interval, verdict } = item
  return [
    name,
    formatScore(before),
    formatScore(after),
    formatDifference(difference),
    formatDifferenceInterval(interval),
    renderStrip({ value: difference, interval, domain }),
    renderLabel(verdicts[verdict]),
  ]
}

function renderList(title: Label, items: readonly Markup[]): Markup | null {
  if (items.length === 0) return null
  return html`<details class="changes"><summary>${renderLabel(title)} <b>${items.length}</b></summary><ul>${items.map((item) => html`<li>${item}</li>`)}</ul></details>`
}

const renderLink = (id: string) => html`<a href="#q-${encodeURIComponent(id)}">${id}</a>`

const renderChange = ({ id, question, before, after }: RankChange) =>
  html`${renderLink(id)} ${before ?? '–'} → ${after ?? '–'} <small>${question}</small>`
