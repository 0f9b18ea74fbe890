import type { Answer } from '@shutten/core'
import { foldText } from '@shutten/text'
import type { DatasetQuestion } from '../dataset/dataset.js'
import { foldExpectation } from '../matching/expectation.js'
import { holdsSome } from '../matching/holds-some.js'

/**
 * Right is a refusal where `answers` is null; otherwise an answer that holds, in its text or its quotes, one string of
 * every group. Markers do not count as text: the 1 of [1] answers nothing.
 */
export function isCorrect(options: { question: DatasetQuestion; answer: Answer }): boolean {
  const { question, answer } = options
  if (question.answers === null) return answer.status === 'refused'
  if (answer.status === 'refused') return false
  const texts = [answer.answer.replace(/\[\d+\]/g, ''), ...answer.citations.map((citation) => citation.quote)]
  const folded = texts.map(foldText)
  return foldExpectation(question).groups.every((group) => holdsSome(folded, group))
}
