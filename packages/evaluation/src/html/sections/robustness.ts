import { formatDifference, formatScore } from '../../report/format-score.js'
import { perturbations } from '../../robustness/perturbation.js'
import type { RobustnessLoss, RobustnessReport } from '../../robustness/robustness-report.js'
import { type Domain, renderScale, renderStrip } from '../charts/strip.js'
import { formatDifferenceInterval, formatEnd } from '../format.js'
import { renderLabel } from '../label.js'
import { perturbationLabels } from '../labels.js'
import { html, type Markup } from '../markup.js'
import { renderSection, renderTable } from './section.js'

/** Worst cases that are listed. */
const listed = 40

/** What damaged questions lose, by way of damage and by kind of question, and the questions that lost most. */
export function renderRobustness(options: {
  robustness: RobustnessReport
  originals: ReadonlyMap<string, { question: string; rank: number | null }>
}): Markup {
  const { overall, byPerturbation, byKind, damaged } = options.robustness
  const ways = perturbations.flatMap((way) => {
    const loss = byPerturbation[way]
    return loss
      ? [[html`<code>${way}</code><small>${renderLabel(perturbationLabels[way])}</small>`, loss] as const]
      : []
  })
  const kinds = Object.entries(byKind).map(([kind, loss]) => [html`${kind}`, loss] as const)
  const all = [html`${renderLabel({ ja: 'すべて', en: 'all' })}`, overall] as const
  const end = Math.ceil(20 * Math.max(0.05, ...[all, ...ways, ...kinds].map(([, { interval }]) => interval.high))) / 20
  const least = Math.min(0, ...[all, ...ways, ...kinds].map(([, { interval }]) => interval.low))
  const domain: Domain = { from: Math.floor(20 * least) / 20, to: end }
  const renderLosses = (rows: readonly (readonly [Markup, RobustnessLoss])[]) =>
    renderTable({
      className: 'strips wide',
      spare: [1, 2, 3, 5],
      head: [
        { ja: '崩し方', en: 'Damage' },
        { ja: '問い', en: 'Questions' },
        { ja: '前', en: 'Before' },
        { ja: '後', en: 'After' },
        { ja: '損失', en: 'Loss' },
        '95 %',
        renderScale(domain, formatEnd),
      ],
      rows: rows.map(([name, { questions, before, after, loss, interval }]) => [
        name,
        String(questions),
        formatScore(before),
        formatScore(after),
        formatDifference(loss),
        formatDifferenceInterval(interval),
        renderStrip({ value: loss, interval, domain }),
      ]),
    })
  const reciprocal = (rank: number | null) => (rank === null ? 0 : 1 / rank)
  const worst = damaged
    .map((outcome) => ({ ...outcome, before: options.originals.get(outcome.original) }))
    .map((outcome) => ({ ...outcome, loss: reciprocal(outcome.before?.rank ?? null) - reciprocal(outcome.rank) }))
    .filter(({ loss }) => loss > 0)
    .sort((a, b) => b.loss - a.loss)
  return renderSection({
    id: 'robustness',
    title: { ja: '崩した問いへの強さ', en: 'Robustness to damaged questions' },
    note: {
      ja: '同じ問いを打ち間違いや前置きなどで崩して検索し、MRR@10 がどれだけ下がるかを測る。区間は元の問いごとに引き直した 95 % ブートストラップ区間。',
      en: 'The same questions are searched for with typing errors, padding and the like; what is measured is how far MRR@10 falls. Intervals are 95 % bootstrap intervals over the original questions.',
    },
    body: html`${renderLosses([all, ...ways])}${
      kinds.length > 1 &&
      html`<details><summary>${renderLabel({ ja: '問いの種類ごと', en: 'By kind of question' })}</summary>${renderLosses(kinds)}</details>`
    }${
      worst.length > 0 &&
      html`<details><summary>${renderLabel({ ja: '順位を落とした問い', en: 'Questions that fell' })} <b>${worst.length}</b></summary><ul class="fallen">${worst
        .slice(0, listed)
        .map(
          ({ original, perturbation, question, rank, before }) =>
            html`<li><code>${perturbation}</code> <a href="#q-${encodeURIComponent(original)}">${original}</a> ${before?.rank ?? '–'} → ${rank ?? '–'}<br>${question}</li>`,
        )}</ul></details>`
    }`,
  })
}
