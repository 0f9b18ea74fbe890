import { foldText, type TextSpan } from '@shutten/text'
import type { AnalyzedQuestion } from '../question/analyze-question.js'
import { findAskedType } from '../question/find-asked-type.js'
import type { Evidence } from './build-citations.js'
import { findShortAnswer } from './find-short-answer.js'
import type { SelectedSentence } from './select-sentences.js'

/** A quote longer than the deciding words by less says no more than they do. */
const longestShare = 0.6

/**
 * The quote and its deciding words: the number, date or name that was asked for, or the reader's span, where it is short
 * and new; a definition is decided by all of its sentence.
 */
export function toEvidence(options: { selected: SelectedSentence; question: AnalyzedQuestion }): Evidence {
  const { selected, question } = options
  const { sentence, judgement, start, end } = selected
  const { passage } = sentence.from
  return { passage, start, end, score: judgement.probability, highlights: findHighlights({ selected, question }) }
}

function findHighlights(options: { selected: SelectedSentence; question: AnalyzedQuestion }): TextSpan[] {
  const { selected, question } = options
  const { sentence } = selected
  const { span } = sentence
  if (question.kind === 'definition') return []
  const short = findShortAnswer({
    question: question.text,
    text: sentence.text,
    span: span && { start: span.start - sentence.start, end: span.end - sentence.start },
  })
  if (short) return [{ start: short.start + sentence.start, end: short.end + sentence.start }]
  if (!span) return []
  const type = findAskedType(question.text)
  if (type === 'quantity' || type === 'money' || type === 'date') return []
  const isShort = span.end - span.start <= longestShare * (selected.end - selected.start)
  const words = foldText(sentence.from.passage.text.slice(span.start, span.end))
  return isShort && words !== '' && !foldText(question.text).includes(words) ? [span] : []
}
