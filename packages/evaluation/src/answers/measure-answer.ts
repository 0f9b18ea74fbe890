import type { Answer } from '@shutten/core'
import type { DatasetQuestion } from '../dataset/dataset.js'
import { measureRefusal } from '../metrics/measure-refusal.js'
import type { Measures } from '../metrics/metric-name.js'
import { isCorrect } from './is-correct.js'
import { measureCitations } from './measure-citations.js'
import { type GetText, measureQuotes } from './measure-quotes.js'

/**
 * Judges an answer; null for a question that failed, which counts as neither answered nor refused. A question without
 * `answers` is judged by the exactness of its quotes only.
 */
export async function measureAnswer(options: {
  question: DatasetQuestion
  answer: Answer | null
  getText?: GetText | undefined
}): Promise<{ correct: boolean | null; measures: Measures }> {
  const { question, answer, getText } = options
  const measures: Measures = {}
  const citations = answer?.status === 'answered' ? answer.citations : []
  if (getText && citations.length > 0) measures.quoteExact = await measureQuotes({ citations, getText })
  if (question.answers === undefined) return { correct: null, measures }

  const correct = answer !== null && isCorrect({ question, answer })
  measures.correct = [Number(correct), 1]
  const refusal = measureRefusal({ refused: answer?.status === 'refused', mustRefuse: question.answers === null })
  measures['refusal.precision'] = refusal.precision
  measures['refusal.recall'] = refusal.recall
  measures['refusal.f1'] = refusal.f1
  if (question.answers === null) return { correct, measures }

  measures.correctAnswerable = [Number(correct), 1]
  measures.correctWithRightCitation = [0, 1]
  if (answer?.status === 'answered') {
    const { precision, recall, hasRightCitation } = measureCitations({ question, answer })
    measures.correctWithRightCitation = [Number(correct && hasRightCitation), 1]
    measures.citationPrecision = precision
    measures.citationRecall = recall
  }
  return { correct, measures }
}
