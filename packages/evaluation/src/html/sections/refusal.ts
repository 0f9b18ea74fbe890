import type { EvaluationReport, QuestionOutcome } from '../../report/report.js'
import { type Label, renderLabel } from '../label.js'
import { html, type Markup } from '../markup.js'

const statuses: [NonNullable<QuestionOutcome['status']>, Label][] = [
  ['answered', { ja: '答えた', en: 'answered' }],
  ['refused', { ja: '断った', en: 'refused' }],
  ['failed', { ja: 'エラー', en: 'failed' }],
]
const expectations: [Label, (outcome: QuestionOutcome) => boolean][] = [
  [{ ja: '答えがある', en: 'answerable' }, ({ expected }) => expected != null],
  [{ ja: '答えがない', en: 'to be refused' }, ({ expected }) => expected === null],
]

/** What was done with questions that have an answer and with those that have none; null where nothing was asked. */
export function renderRefusal({ perQuestion }: EvaluationReport): Markup | null {
  const asked = perQuestion.filter(({ status, expected }) => status !== null && expected !== undefined)
  if (asked.length === 0) return null
  const columns = statuses.filter(([name]) => name !== 'failed' || asked.some(({ status }) => status === name))
  return html`<figure><h3 id="refusal">${renderLabel({ ja: '答えるか断るか', en: 'Answered or refused' })}</h3><div class="scroll"><table class="confusion" aria-labelledby="refusal"><thead><tr><td></td>${columns.map(
    ([, label]) => html`<th scope="col">${renderLabel(label)}</th>`,
  )}</tr></thead><tbody>${expectations.map(([label, matches]) => {
    const group = asked.filter(matches)
    return html`<tr><th scope="row">${renderLabel(label)}</th>${columns.map(([name]) => {
      const outcomes = group.filter(({ status }) => status === name)
      const right = outcomes.filter(({ correct }) => correct === true).length
      return html`<td${right > 0 ? html` class="good"` : null}><b>${outcomes.length}</b>${
        outcomes.length > 0 &&
        html`<small>${renderLabel({ ja: `うち正しい ${right}`, en: `${right} of them right` })}</small>`
      }</td>`
    })}</tr>`
  })}</tbody></table></div><figcaption>${renderLabel({
    ja: '行は問いの側、列はシステムの側。太枠は正しい扱いを含むところ。',
    en: 'Rows: what the question asks for. Columns: what was done. Framed: where right outcomes are.',
  })}</figcaption></figure>
`
}
