import { type Answer, type SearchResponse, type SearchResult, toShuttenError } from '@shutten/core'
import { countQuotedSentences } from '../answers/count-quoted-sentences.js'
import { measureAnswer } from '../answers/measure-answer.js'
import type { GetText } from '../answers/measure-quotes.js'
import type { DatasetQuestion } from '../dataset/dataset.js'
import type { QuestionOutcome } from '../report/report.js'
import { foldToDocuments } from '../retrieval/fold-to-documents.js'
import { isRetrievalMeasurable, measureRetrieval } from '../retrieval/measure-retrieval.js'
import { attempt } from './attempt.js'

/** Documents found that an outcome tells. */
const toldDocuments = 3

/** Searches for and asks one question; null leaves that half out. `failure` is what was thrown, if anything was. */
export async function evaluateQuestion(options: {
  question: DatasetQuestion
  search: ((query: string) => Promise<SearchResponse>) | null
  /** Passages that `search` gives. */
  depth: number
  ask: ((question: string) => Promise<Answer>) | null
  getText: GetText | undefined
}): Promise<{ outcome: QuestionOutcome; failure?: unknown }> {
  const { question, search, depth, ask, getText } = options
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
    citations: [],
    found: [],
    ...(question.answers === undefined ? {} : { expected: question.answers }),
    ...(question.relevant ? { relevant: question.relevant } : {}),
    ...(question.evidence === undefined ? {} : { evidence: question.evidence }),
    timings: { search: null, ask: null },
    quotedSentences: null,
    measures: {},
  }
  let failure: unknown
  if (search && isRetrievalMeasurable(question)) {
    const searched = await attempt(() => search(question.question))
    failure = searched.failure
    outcome.timings.search = searched.milliseconds
    const results = searched.value?.results ?? []
    const { rank, measures } = measureRetrieval({ question, results, depth })
    outcome.rank = rank
    outcome.found = tellDocuments(results)
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
    outcome.citations =
      answer?.citations.map(({ number, documentId, title, uri, quote }) => ({
        number,
        documentId,
        title,
        uri,
        quote,
      })) ?? []
    if (answer?.status === 'answered') outcome.quotedSentences = countQuotedSentences(answer.citations)
  }
  if (failure === undefined) return { outcome }
  const { code, message } = toShuttenError(failure)
  return { outcome: { ...outcome, error: { code, message } }, failure }
}

function tellDocuments(results: readonly SearchResult[]): { documentId: string; title: string }[] {
  const titles = new Map(
    results
      .flatMap(({ documentId, title, duplicates }) => [{ documentId, title }, ...duplicates])
      .map(({ documentId, title }) => [documentId, title]),
  )
  return foldToDocuments(results)
    .slice(0, toldDocuments)
    .map((documentId) => ({ documentId, title: titles.get(documentId) ?? documentId }))
}
