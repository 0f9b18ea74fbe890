import {
  type AnswerEvent,
  type Embedder,
  parseQuestion,
  parseSearchFilters,
  type Reader,
  type Reranker,
  type SearchFilters,
  type Turn,
} from '@shutten/core'
import { answerAside } from '../aside/answer-aside.js'
import { findAside } from '../aside/find-aside.js'
import type { AnswerCache } from '../cache/create-answer-cache.js'
import type { ServingGenerations } from '../generations/create-serving-generations.js'
import { createGuard, type Guard } from '../guard/create-guard.js'
import { refuseByPolicy } from '../guard/refuse-by-policy.js'
import { analyzeQuestion } from '../question/analyze-question.js'
import { focusQuery } from '../question/focus-query.js'
import { type StandaloneQuestion, standAlone } from '../question/stand-alone.js'
import { createReaderReranker } from '../rerank/create-reader-reranker.js'
import { defaultRetrievalSettings, type RetrievalSettings } from '../search/retrieval-settings.js'
import type { SynonymSource } from '../synonyms/synonym-source.js'
import { beginStage } from '../tracing/begin-stage.js'
import { traceReader } from '../tracing/trace-reader.js'
import { traceReranker } from '../tracing/trace-reranker.js'
import type { UnsupportedPolicy } from '../verify/verify-stream.js'
import type { AnswerWriter } from '../write/answer-writer.js'
import type { AnswerRequest } from './answer-request.js'
import type { AnswererParts } from './answerer-parts.js'
import { defaultCalibration, type EvidenceCalibration } from './calibration.js'
import { recallOrAnswer } from './recall-or-answer.js'

export interface Answerer {
  /**
   * Answers a question from the generation that serves, sentence by sentence; the last event is `done`.
   * A greeting, or a question about the assistant itself, is answered as such (`aside`).
   * Where `filters` let nothing through it refuses, for the reason `no-passages`. A language model or a reranker behind a
   * network that fails is done without, and `warnings` of the answer say so.
   * Leaving the iteration stops what is under way, as the signal does.
   * Errors (thrown by the iteration): QUESTION_EMPTY, QUESTION_TOO_LONG, FILTER_INVALID, INDEX_EMPTY, INDEX_DAMAGED,
   * GENERATION_NOT_FOUND, CANCELLED.
   */
  ask(options: {
    question: string
    history?: readonly Turn[]
    conversationId?: string | null
    /** What the answer is drawn from; of this question alone. */
    filters?: SearchFilters | null
    /** Made anew, whether it is in the cache or not. */
    isFresh?: boolean
    /** LangChain's, of the chat model that writes. */
    callbacks?: AnswerRequest['callbacks']
    signal?: AbortSignal
  }): AsyncGenerator<AnswerEvent, void, undefined>
}

export function createAnswerer(options: {
  generations: ServingGenerations
  embedder: Embedder
  /** Judges the evidence, and reranks unless told otherwise. */
  reader: Reader
  /** Orders the passages in place of the reader; null for none. */
  reranker?: Reranker | null
  /** Writes the answer in place of the extractive one. */
  writer?: AnswerWriter | null
  /** Other names that are searched for too. */
  synonyms?: SynonymSource | null
  settings?: Partial<RetrievalSettings>
  calibration?: EvidenceCalibration
  /** Gives an answer again when the same is asked of the same generation. */
  cache?: AnswerCache | null
  /** What is not answered, and not told; the standard policy unless told. */
  guard?: Guard
  /** What becomes of a written sentence that no passage holds: left out and counted (`drop`, the default), or shown as such. */
  unsupportedSentences?: UnsupportedPolicy
}): Answerer {
  const { reranker = createReaderReranker({ reader: options.reader }) } = options
  const parts: AnswererParts = {
    generations: options.generations,
    embedder: options.embedder,
    reader: traceReader(options.reader),
    reranker: reranker && traceReranker(reranker),
    writer: options.writer ?? null,
    synonyms: options.synonyms ?? null,
    settings: { ...defaultRetrievalSettings, ...options.settings },
    calibration: options.calibration ?? defaultCalibration,
    cache: options.cache ?? null,
    guard: options.guard ?? createGuard(),
    unsupportedSentences: options.unsupportedSentences ?? 'drop',
  }

  return {
    async *ask({
      question: message,
      history: said = [],
      conversationId = null,
      filters: narrowing,
      isFresh = false,
      callbacks,
      signal,
    }) {
      const started = performance.now()
      // A greeting is nothing that a question could lean on.
      const history = said.filter(({ answer }) => !answer.aside)
      const stage = beginStage({ name: 'shutten.ask' })
      try {
        const asked = parseQuestion(message)
        const filters = parseSearchFilters(narrowing)
        const { generation, release } = await parts.generations.acquire()
        try {
          stage.set({ 'shutten.generation': generation.id, 'shutten.turns': history.length })
          const toRequest = (understood: StandaloneQuestion): AnswerRequest => ({
            asked,
            question: analyzeQuestion(understood.text),
            rewritten: understood.rewritten,
            rewritingUsage: understood.usage,
            generation,
            conversationId,
            history,
            filters,
            isFresh,
            started,
            ...(callbacks && { callbacks }),
            ...(signal && { signal }),
          })
          const refusal = async (text: string, request: AnswerRequest): Promise<AnswerEvent | null> => {
            const finding = await parts.guard.checkQuestion(text)
            if (!finding) return null
            stage.set({ 'shutten.policy': finding.category })
            return { type: 'done', answer: refuseByPolicy({ parts, request, finding }) }
          }
          const given = toRequest({ text: asked, rewritten: null, usage: null })
          const refused = await refusal(asked, given)
          if (refused) {
            yield refused
            return
          }
          const aside = findAside({ question: asked, isFirst: history.length === 0 })
          if (aside) {
            stage.set({ 'shutten.aside': aside })
            yield { type: 'done', answer: answerAside({ parts, request: given, kind: aside }) }
            return
          }
          const request = await stage.run('shutten.understand', async (understanding) => {
            const { writer } = parts
            const alone = await standAlone({ ...given, question: focusQuery(asked), writer })
            const understood = toRequest(alone)
            understanding.set({
              'shutten.language': understood.question.language,
              'shutten.kind': understood.question.kind,
              'shutten.rewritten': alone.rewritten !== null,
            })
            return understood
          })
          // A follow-up stands alone only with what it leans on.
          const { text } = request.question
          const refusedThen = text === asked ? null : await refusal(text, request)
          if (refusedThen) yield refusedThen
          else yield* recallOrAnswer({ parts, request, stage })
        } finally {
          release()
        }
      } catch (error) {
        stage.fail(error)
        throw error
      } finally {
        stage.end()
      }
    },
  }
}
