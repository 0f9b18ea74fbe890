import { type Answer, type SearchResponse, toShuttenError } from '@shutten/core'
import { countQuotedSentences } from '../answers/count-quoted-sentences.js'
import { measureAnswer } from '../answers/measure-answer.js'
import type { GetText } from '../answers/measure-quotes.js'
import type { DatasetQuestion } from '../dataset/dataset.js'
import type { QuestionOutcome } from '../report/report.js'
import { isRetrievalMeasurable, measureRetrieval } from '../retrieval/measure-retrieval.js'

/** Searches for and asks one question; null leaves that half out. `failure` is what was thrown, if anything was. */
export async function evaluateQuestion(options: {
  question: DatasetQuestion
  search: ((query: string) => Promise<SearchResponse>) | null
  ask: ((question: string) => Promise<Answer>) | null
  getText: GetText | undefined
}): Promise<{ outcome: QuestionOutcome; failure?: unknown }> {
  const { question, search, ask, getText } = options
  const outcome: QuestionOutcome = {
    id: question.id,
    kind: question.kind ?? 'other',
    question: question.question,
    status: null,
    correct: null,
    rank: null,
    confidence: null,
    answer: null,
    quotes: [],
    ...(question.answers === undefined ? {} : { expected: question.answers }),
    timings: { search: null, ask: null },
    quotedSentences: null,
    measures: {},
  }
  let failure: unknown
  if (search && isRetrievalMeasurable(question)) {
    const searched = await attempt(() => search(question.question))
    failure = searched.failure
    outcome.timings.search = searched.milliseconds
    const { rank, measures } = measureRetrieval({ question, results: searched.value?.results ?? [] })
    outcome.rank = rank
    Object.assign(outcome.measures, measures)
  }
  if (ask) {
    const asked = await attempt(() => ask(question.question))
    failure ??= asked.failure
    outcome.timings.ask = asked.milliseconds
    const answer = asked.value
    const { correct, measures } = await measureAnswer({ question, answer, getText })
    outcome.correct = correct
    Object.assign(outcome.measures, measures)
    outcome.status = answer?.status ?? 'failed'
    outcome.confidence = answer?.confidence ?? null
    outcome.answer = answer?.answer ?? null
    outcome.quotes = answer?.citations.map((citation) => citation.quote) ?? []
    if (answer?.status === 'answered') outcome.quotedSentences = countQuotedSentences(answer.citations)
  }
  if (failure === undefined) return { outcome }
  const { code, message } = toShuttenError(failure)
  return { outcome: { ...outcome, error: { code, message } }, failure }
}

/** `milliseconds` is null for a call that failed: how long it took to fail is no latency. */
async function attempt<T>(
  call: () => Promise<T>,
): Promise<
  { value: T; milliseconds: number; failure?: undefined } | { value: null; milliseconds: null; failure: unknown }
> {
  const started = performance.now()
  try {
    const value = await call()
    return { value, milliseconds: performance.now() - started }
  } catch (error) {
    return { value: null, milliseconds: null, failure: error ?? new Error('Something was thrown that is no error.') }
  }
}
