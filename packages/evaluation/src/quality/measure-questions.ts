import type { Answer, GoldenQuestion, QualityOutcome, SearchResponse } from '@shutten/core'
import type { GetText } from '../answers/measure-quotes.js'
import type { DatasetQuestion } from '../dataset/dataset.js'
import type { QuestionOutcome } from '../report/report.js'
import { evaluate } from '../run/evaluate.js'
import { toDatasetQuestion } from './to-dataset-question.js'

/** An index that golden questions are put to. */
export interface MeasuredIndex {
  search(query: string, k: number): Promise<SearchResponse>
  ask(question: string): Promise<Answer>
  getText: GetText
  /** The document that a question names by id, address or file name; null where there is none. */
  findDocumentId(name: string): string | null
}

/** The questions as they are put to an index: with the ids of the documents that they name, as far as these are there. */
export function resolveQuestions(options: {
  questions: readonly GoldenQuestion[]
  findDocumentId: MeasuredIndex['findDocumentId']
}): DatasetQuestion[] {
  return options.questions.map((golden) => {
    const question = toDatasetQuestion(golden)
    // What is not there is not found: that is for the figures to tell.
    const relevant = question.relevant?.map((name) => options.findDocumentId(name) ?? name)
    return relevant ? { ...question, relevant } : question
  })
}

/** What was measured of a question that was just this one. */
export function findKnown(options: {
  questions: readonly DatasetQuestion[]
  outcomes: readonly QualityOutcome[]
}): Map<string, QualityOutcome> {
  const asked = new Map(options.questions.map((question) => [question.id, describeQuestion(question)]))
  return new Map(
    options.outcomes
      .filter((outcome) => asked.get(outcome.id) === describeOutcome(outcome))
      .map((one) => [one.id, one]),
  )
}

/**
 * Puts the questions, one after another; what is known of one is taken as it is. Each outcome is kept before the next
 * question is put. Errors: CANCELLED; the first one where every question fails.
 */
export async function measureQuestions(options: {
  questions: readonly DatasetQuestion[]
  known: ReadonlyMap<string, QualityOutcome>
  index: MeasuredIndex
  keep: (position: number, outcome: QualityOutcome) => Promise<void>
  onProgress?: (progress: { done: number; total: number }) => void
  signal?: AbortSignal
}): Promise<QualityOutcome[]> {
  const { questions, known, index, keep, onProgress, signal } = options
  const total = questions.length
  onProgress?.({ done: known.size, total })
  const report = await evaluate({
    dataset: { name: 'golden', questions: [...questions] },
    search: index.search,
    ask: index.ask,
    getText: index.getText,
    known: known as ReadonlyMap<string, QuestionOutcome>,
    keep: (position, outcome) => keep(position, outcome),
    onProgress: ({ done }) => onProgress?.({ done, total }),
    ...(signal && { signal }),
  })
  return report.perQuestion
}

const describeQuestion = ({ question, kind = 'other', answers, relevant, evidence }: DatasetQuestion) =>
  JSON.stringify([question, kind, answers ?? (answers === null ? null : 'nothing'), relevant ?? [], evidence ?? ''])

const describeOutcome = ({ question, kind, expected, relevant, evidence }: QualityOutcome) =>
  JSON.stringify([question, kind, expected ?? (expected === null ? null : 'nothing'), relevant ?? [], evidence ?? ''])
