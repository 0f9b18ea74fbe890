import { type SearchResponse, toAbortError, toShuttenError } from '@shutten/core'
import type { DatasetQuestion } from '../dataset/dataset.js'
import type { QuestionOutcome } from '../report/report.js'
import { isRetrievalMeasurable, measureRetrieval } from '../retrieval/measure-retrieval.js'
import { attempt } from '../run/attempt.js'
import { buildRobustnessReport } from './build-robustness-report.js'
import { createPerturbedQuestions } from './create-perturbed-questions.js'
import type { Perturbation } from './perturbation.js'
import type { DamagedOutcome, RobustnessReport } from './robustness-report.js'

/**
 * Searches for damaged forms of questions that were searched for undamaged (`outcomes`), and measures what is lost. A
 * search that fails finds nothing. Null when no question was measured or none could be damaged.
 * Errors: CANCELLED.
 */
export async function measureRobustness(options: {
  questions: readonly DatasetQuestion[]
  outcomes: readonly QuestionOutcome[]
  kinds: readonly Perturbation[]
  search: (query: string, k: number) => Promise<SearchResponse>
  depth: number
  seed?: number
  readings?: ReadonlyMap<string, string>
  onProgress?: (progress: { done: number; total: number }) => void
  signal?: AbortSignal
}): Promise<RobustnessReport | null> {
  const { outcomes, kinds, search, depth, seed = 1, readings, onProgress, signal } = options
  const measured = new Map(outcomes.map((outcome) => [outcome.id, outcome]))
  const questions = createPerturbedQuestions({
    questions: options.questions.filter((question) => measured.has(question.id) && isRetrievalMeasurable(question)),
    kinds,
    seed,
    ...(readings && { readings }),
  })
  const damaged: DamagedOutcome[] = []
  for (const question of questions) {
    if (signal?.aborted) throw toAbortError(signal)
    const { value, failure } = await attempt(() => search(question.question, depth))
    if (signal?.aborted) throw toAbortError(signal)
    const { code, message } = failure === undefined ? { code: null, message: '' } : toShuttenError(failure)
    damaged.push({
      original: question.original,
      kind: question.kind ?? 'other',
      perturbation: question.perturbation,
      question: question.question,
      ...measureRetrieval({ question, results: value?.results ?? [], depth }),
      ...(code && { error: { code, message } }),
    })
    onProgress?.({ done: damaged.length, total: questions.length })
  }
  return buildRobustnessReport({ outcomes, damaged, seed })
}
