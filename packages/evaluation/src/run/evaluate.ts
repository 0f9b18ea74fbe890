import { type Answer, type SearchResponse, ShuttenError, toShuttenError } from '@shutten/core'
import type { GetText } from '../answers/measure-quotes.js'
import type { Dataset } from '../dataset/dataset.js'
import { takeQuestions } from '../dataset/take-questions.js'
import { buildReport } from '../report/build-report.js'
import type { EvaluationReport, QuestionOutcome } from '../report/report.js'
import { evaluateQuestion } from './evaluate-question.js'

export interface EvaluateOptions {
  /** Its `relevant` values are ids of the documents that `search` gives. */
  dataset: Dataset
  search: (query: string, k: number) => Promise<SearchResponse>
  ask: (question: string) => Promise<Answer>
  /** The stored text that citations point into. Without it the exactness of quotes is not measured. */
  getText?: GetText
  /** How many documents are searched, for the report; those of the dataset unless told. */
  documents?: number
  only?: 'retrieval' | 'answers'
  /** Questions to take, spread evenly over the dataset. */
  limit?: number
  /** How many of the questions taken are asked, spread evenly; the others are only searched for. */
  askLimit?: number
  /** Passages to search for, at least 10 (what a page of results shows; unless told). */
  depth?: number
  /** Of the bootstrap. */
  seed?: number
  /** Outcomes of an earlier, interrupted measurement, by the ids of their questions: these are not put again. */
  known?: ReadonlyMap<string, QuestionOutcome>
  /** Keeps an outcome by its place among the questions; awaited before the next question is put. */
  keep?: (position: number, outcome: QuestionOutcome) => Promise<void>
  onProgress?: (progress: { done: number; total: number; outcome: QuestionOutcome }) => void
  signal?: AbortSignal
}

/**
 * Puts the questions one after another, so that the times are those of a single user, and measures what comes back.
 * A question that fails is reported with its error and counts as wrong; when all of them fail the first error is thrown.
 * Errors: INPUT_INVALID for a limit or depth out of range; CANCELLED.
 */
export async function evaluate(options: EvaluateOptions): Promise<EvaluationReport> {
  const { dataset, search, ask, getText, only, limit, askLimit, depth = 10, seed, onProgress, signal } = options
  const { known, keep } = options
  checkWhole('limit', limit ?? 1, 1)
  checkWhole('number of questions to ask', askLimit ?? 1, 1)
  checkWhole('depth', depth, 10)
  const started = performance.now()
  const taken = takeQuestions(dataset.questions, limit)
  const asked = only === 'retrieval' ? [] : takeQuestions(taken, askLimit)
  const questions = only === 'answers' ? asked : taken
  const isAsked = new Set(asked)
  const outcomes: QuestionOutcome[] = []
  let firstFailure: unknown
  for (const question of questions) {
    const before = known?.get(question.id)
    if (before) {
      outcomes.push(before)
      continue
    }
    if (signal?.aborted) throw createCancelled(signal)
    const { outcome, failure } = await evaluateQuestion({
      question,
      search: only === 'answers' ? null : (query) => search(query, depth),
      depth,
      ask: isAsked.has(question) ? ask : null,
      getText,
    })
    if (signal?.aborted) throw createCancelled(signal)
    firstFailure ??= failure
    outcomes.push(outcome)
    await keep?.(outcomes.length - 1, outcome)
    onProgress?.({ done: outcomes.length, total: questions.length, outcome })
  }
  const wasPut = ({ error, timings }: QuestionOutcome) => error || timings.search !== null || timings.ask !== null
  if (firstFailure !== undefined && outcomes.filter(wasPut).every((outcome) => outcome.error))
    throw toShuttenError(firstFailure)
  return buildReport({
    dataset: dataset.name,
    documents: options.documents ?? dataset.documents?.length ?? null,
    outcomes,
    seconds: (performance.now() - started) / 1_000,
    seed,
  })
}

function createCancelled(signal: AbortSignal): ShuttenError {
  return new ShuttenError({
    code: 'CANCELLED',
    message: 'The evaluation was cancelled.',
    suggestion: 'Run it again; a limit on the questions makes it shorter.',
    cause: signal.reason,
  })
}

function checkWhole(name: string, value: number, least: number): void {
  if (Number.isInteger(value) && value >= least) return
  throw new ShuttenError({
    code: 'INPUT_INVALID',
    message: `The evaluation's ${name} is ${value}; it must be a whole number from ${least} on.`,
    suggestion: `Give a ${name} of at least ${least}, or leave it out.`,
  })
}
