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
import type { AnswerCache } from '../cache/create-answer-cache.js'
import { replayAnswer } from '../cache/replay-answer.js'
import { toAnswerKey } from '../cache/to-answer-key.js'
import type { ServingGenerations } from '../generations/create-serving-generations.js'
import { createGuard, type Guard } from '../guard/create-guard.js'
import { refuseByPolicy } from '../guard/refuse-by-policy.js'
import { analyzeQuestion } from '../question/analyze-question.js'
import { resolveFollowUp } from '../question/resolve-follow-up.js'
import { createReaderReranker } from '../rerank/create-reader-reranker.js'
import { defaultRetrievalSettings, type RetrievalSettings } from '../search/retrieval-settings.js'
import type { SynonymSource } from '../synonyms/synonym-source.js'
import { beginStage, type Stage } from '../tracing/begin-stage.js'
import { traceReader } from '../tracing/trace-reader.js'
import { traceReranker } from '../tracing/trace-reranker.js'
import type { AnswerWriter } from '../write/answer-writer.js'
import { answerQuestion } from './answer-question.js'
import type { AnswerRequest } from './answer-request.js'
import type { AnswererParts } from './answerer-parts.js'
import { defaultCalibration, type EvidenceCalibration } from './calibration.js'

export interface Answerer {
  /**
   * Answers a question from the generation that serves, sentence by sentence; the last event is `done`.
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
  }

  return {
    async *ask({ question: given, history = [], conversationId = null, filters: narrowing, callbacks, signal }) {
      const started = performance.now()
      const stage = beginStage({ name: 'shutten.ask' })
      try {
        const asked = parseQuestion(given)
        const filters = parseSearchFilters(narrowing)
        const question = await stage.run('shutten.understand', async (understanding) => {
          const analyzed = analyzeQuestion(resolveFollowUp({ question: asked, history }))
          understanding.set({ 'shutten.language': analyzed.language, 'shutten.kind': analyzed.kind })
          return analyzed
        })
        const { generation, release } = await parts.generations.acquire()
        try {
          stage.set({ 'shutten.generation': generation.id, 'shutten.turns': history.length })
          const request: AnswerRequest = {
            asked,
            question,
            generation,
            conversationId,
            history,
            filters,
            started,
            ...(callbacks && { callbacks }),
            ...(signal && { signal }),
          }
          // A follow-up stands alone only with what it leans on.
          const finding =
            (await parts.guard.checkQuestion(asked)) ??
            (question.text === asked ? null : await parts.guard.checkQuestion(question.text))
          if (finding) {
            stage.set({ 'shutten.policy': finding.category })
            yield { type: 'done', answer: refuseByPolicy({ parts, request, finding }) }
          } else yield* tell({ parts, request, stage })
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

/** The answer from the cache, or a new one that goes there when nothing was done without. */
async function* tell(options: {
  parts: AnswererParts
  request: AnswerRequest
  stage: Stage
}): AsyncGenerator<AnswerEvent, void, undefined> {
  const { parts, request, stage } = options
  const { cache } = parts
  const generation = request.generation.id
  const key = cache && (await toAnswerKey({ parts, request }))
  const known = cache && key && cache.find({ generation, key })
  if (known) {
    const { usage, ...answer } = known
    const { asked: question, conversationId, started } = request
    stage.set({ 'shutten.cached': true, 'shutten.status': known.status, 'shutten.confidence': known.confidence })
    const timings = { total: performance.now() - started }
    yield* replayAnswer({ ...answer, question, conversationId, cached: true, timings })
    return
  }
  for await (const event of answerQuestion({ parts, request, stage })) {
    if (event.type === 'done') {
      const { answer } = event
      stage.set({
        'shutten.status': answer.status,
        'shutten.confidence': answer.confidence,
        'shutten.sentences': answer.sentences.length,
        'shutten.warnings': (answer.warnings ?? []).map(({ code }) => code),
        'gen_ai.request.model': answer.model.generator,
      })
      if (cache && key && !answer.warnings) cache.save({ generation, key, answer })
    }
    yield event
  }
}
