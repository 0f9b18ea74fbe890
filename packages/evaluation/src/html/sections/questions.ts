import type { QuestionOutcome } from '../../report/report.js'
import { formatDuration } from '../format.js'
import { type Label, renderLabel } from '../label.js'
import { type OutcomeState, outcomeLabels } from '../labels.js'
import { html, type Markup } from '../markup.js'
import { renderSection } from './section.js'

const marks: Record<OutcomeState, string> = { right: '○', wrong: '×', failed: '!', none: '·' }

export function findState({ status, correct, error }: QuestionOutcome): OutcomeState {
  if (status === 'failed' || error) return 'failed'
  return correct === null ? 'none' : correct ? 'right' : 'wrong'
}

const option = (value: string, { ja, en }: Label) =>
  html`<option value="${value}" data-ja="${ja}" data-en="${en}">${ja}</option>`

/** Every question with its outcome, what came back and what was expected; filtered in the page. */
export function renderQuestions(outcomes: readonly QuestionOutcome[]): Markup {
  const kinds = [...new Set(outcomes.map(({ kind }) => kind))]
  const states = (Object.keys(outcomeLabels) as OutcomeState[]).filter((state) =>
    outcomes.some((outcome) => findState(outcome) === state),
  )
  return renderSection({
    id: 'questions',
    title: { ja: 'すべての問い', en: 'Every question' },
    body: html`<form id="filter" role="search" aria-labelledby="questions"><label>${renderLabel({ ja: '検索', en: 'Search' })}<input type="search" name="text" autocomplete="off"></label><label>${renderLabel({ ja: '種類', en: 'Kind' })}<select name="kind">${option('', { ja: 'すべて', en: 'all' })}${kinds.map((kind) => option(kind, { ja: kind, en: kind }))}</select></label><label>${renderLabel({ ja: '結果', en: 'Outcome' })}<select name="state">${option('', { ja: 'すべて', en: 'all' })}${states.map((state) => option(`state:${state}`, outcomeLabels[state]))}${option('status:answered', { ja: '答えた', en: 'answered' })}${option('status:refused', { ja: '断った', en: 'refused' })}${option('rank:low', { ja: '1位でない', en: 'not found first' })}${option('rank:none', { ja: '見つからない', en: 'not found' })}</select></label><output name="count">${outcomes.length}</output></form><table class="questions"><thead><tr><th scope="col">${renderLabel({ ja: '結果', en: 'Outcome' })}</th><th scope="col">${renderLabel({ ja: '問い', en: 'Question' })}</th><th scope="col">${renderLabel({ ja: '種類', en: 'Kind' })}</th><th scope="col">${renderLabel({ ja: '順位', en: 'Rank' })}</th><th scope="col">${renderLabel({ ja: '確信度', en: 'Confidence' })}</th></tr></thead><tbody>${outcomes.map(renderQuestion)}</tbody></table>`,
  })
}

function renderQuestion(outcome: QuestionOutcome): Markup {
  const { id, kind, question, status, rank, confidence, measures } = outcome
  const state = findState(outcome)
  const wasSearched = measures['mrr@10'] !== undefined
  const found = !wasSearched ? '' : rank === null ? 'none' : rank > 1 ? 'low' : 'first'
  return html`<tr id="q-${id}" data-kind="${kind}" data-state="${state}" data-status="${status ?? ''}" data-rank="${found}"><td><span class="mark" aria-hidden="true">${marks[state]}</span> ${renderLabel(outcomeLabels[state])}</td><td><details><summary>${question}</summary>${renderDetails(outcome)}</details></td><td>${kind}</td><td>${wasSearched ? (rank ?? '–') : ''}</td><td>${confidence === null ? '' : confidence.toFixed(2)}</td></tr>
`
}

function renderDetails(outcome: QuestionOutcome): Markup {
  const { id, answer, citations, quotes, expected, relevant, evidence, found, timings, error } = outcome
  const times = [
    timings.search !== null &&
      html`${renderLabel({ ja: '検索', en: 'search' })} ${formatDuration(timings.search)}${timings.ask !== null && ' · '}`,
    timings.ask !== null && html`${renderLabel({ ja: '回答', en: 'answer' })} ${formatDuration(timings.ask)}`,
  ]
  return html`<dl>${row({ ja: '番号', en: 'Id' }, html`${id}`)}${error && row({ ja: 'エラー', en: 'Error' }, html`<code>${error.code}</code> ${error.message}`)}${answer !== null && row({ ja: '回答', en: 'Answer' }, renderAnswer(answer))}${expected !== undefined && row({ ja: '期待', en: 'Expected' }, expected === null ? renderLabel({ ja: '断ること', en: 'a refusal' }) : html`${expected.map((group) => group.join(' / ')).join(' + ')}`)}${evidence !== undefined && row({ ja: '根拠', en: 'Evidence' }, html`${evidence}`)}${quotes.length > 0 && row({ ja: '引用', en: 'Citations' }, renderCitations(outcome))}${relevant && row({ ja: '正しい文書', en: 'Relevant' }, html`${relevant.join(', ')}`)}${found.length > 0 && row({ ja: '見つけた文書', en: 'Found' }, html`<ol>${found.map(({ documentId, title }) => html`<li${relevant?.includes(documentId) ? html` class="hit"` : null}>${title}</li>`)}</ol>`)}${(timings.search !== null || timings.ask !== null) && row({ ja: '時間', en: 'Time' }, html`${times}`)}</dl>`

  function renderCitations(of: QuestionOutcome): Markup {
    const known =
      citations.length > 0 ? citations : of.quotes.map((quote, at) => ({ number: at + 1, title: '', quote }))
    return html`<ul class="citations">${known.map(({ number, title, quote }) => html`<li><span class="number">[${number}]</span> <q>${quote}</q>${title && html` <cite>${title}</cite>`}</li>`)}</ul>`
  }
}

/** Markers lead to the citations: they are printed in their colour. */
function renderAnswer(answer: string): Markup {
  return html`${answer.split(/(\[\d+\])/).map((part, index) => (index % 2 === 1 ? html`<span class="number">${part}</span>` : part))}`
}

function row(label: Label, content: Markup): Markup {
  return html`<dt>${renderLabel(label)}</dt><dd>${content}</dd>`
}
