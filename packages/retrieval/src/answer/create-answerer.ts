import {
  type Answer,
  type AnswerEvent,
  type Citation,
  type Embedder,
  type Generation,
  isShuttenError,
  parseQuestion,
  parseSearchFilters,
  type Reader,
  type Refusal,
  type Reranker,
  type SearchFilters,
  type Turn,
} from '@shutten/core'
import type { ServingGenerations } from '../generations/create-serving-generations.js'
import { type AnalyzedQuestion, analyzeQuestion } from '../question/analyze-question.js'
import { resolveFollowUp } from '../question/resolve-follow-up.js'
import { createReaderReranker } from '../rerank/create-reader-reranker.js'
import type { RerankedCandidates, RetrievedPassage } from '../rerank/rerank-candidates.js'
import { defaultRetrievalSettings, type RetrievalSettings } from '../search/retrieval-settings.js'
import type { SynonymSource } from '../synonyms/synonym-source.js'
import type { AnswerWriter } from '../write/answer-writer.js'
import { verifyStream } from '../write/verify-stream.js'
import { createCitationBook, type DraftSentence, renderAnswer, toCitation } from './build-citations.js'
import { defaultCalibration, type EvidenceCalibration } from './calibration.js'
import { type ExtractiveDraft, extractAnswer, toEvidence } from './extract-answer.js'
import { gatherPassages } from './gather-passages.js'
import { refusalText } from './refusal-text.js'
import { sideQuestions } from './side-questions.js'

export interface Answerer {
  /**
   * Answers a question from the generation that serves, sentence by sentence; the last event is `done`.
   * Where `filters` let nothing through it refuses, for the reason `no-passages`.
   * Errors (thrown by the iteration): QUESTION_EMPTY, QUESTION_TOO_LONG, FILTER_INVALID, INDEX_EMPTY, INDEX_DAMAGED,
   * GENERATION_NOT_FOUND, LLM_UNAVAILABLE, CANCELLED.
   */
  ask(options: {
    question: string
    history?: readonly Turn[]
    conversationId?: string | null
    /** What the answer is drawn from; of this question alone. */
    filters?: SearchFilters | null
    signal?: AbortSignal
  }): AsyncGenerator<AnswerEvent, void, undefined>
}

/** How many of the nearest passages a refusal shows. */
const nearestShown = 3

function nearest(passages: readonly RetrievedPassage[]): Citation[] {
  return passages
    .slice(0, nearestShown)
    .map(({ passage, score }, i) =>
      toCitation({ passage, start: 0, end: passage.text.length, score, highlights: [] }, i + 1),
    )
}

/** The chosen sentences of each side, no quote twice. */
function extractiveSentences(drafts: readonly (ExtractiveDraft & { question: AnalyzedQuestion })[]): DraftSentence[] {
  const seen = new Set<string>()
  return drafts.flatMap(({ question, selected }) =>
    selected.flatMap((chosen): DraftSentence[] => {
      const evidence = toEvidence({ selected: chosen, question })
      const key = `${evidence.passage.id}:${evidence.start}`
      if (seen.has(key)) return []
      seen.add(key)
      return [
        {
          text: chosen.sentence.text.replace(/\s+/g, ' '),
          evidence: [evidence],
          support: 'supported',
          score: chosen.judgement.probability,
        },
      ]
    }),
  )
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
}): Answerer {
  const { embedder, reader, writer = null } = options
  const { reranker = createReaderReranker({ reader }) } = options
  const settings = { ...defaultRetrievalSettings, ...options.settings }
  const calibration = options.calibration ?? defaultCalibration

  async function* answer(input: {
    asked: string
    question: AnalyzedQuestion
    generation: Generation
    conversationId: string | null
    history: readonly Turn[]
    filters: SearchFilters | null
    started: number
    signal?: AbortSignal
  }): AsyncGenerator<AnswerEvent, void, undefined> {
    const { question, generation, filters, signal } = input
    const timings: Record<string, number> = {}
    const book = createCitationBook()
    let searched: RerankedCandidates[] = []
    let generator = 'extractive'
    const finish = (rest: { status: Answer['status']; confidence: number; refusal?: Refusal }): AnswerEvent => {
      timings.total = performance.now() - input.started
      const refused = rest.status === 'refused'
      const warning = searched.find((one) => one.warning)?.warning
      return {
        type: 'done',
        answer: {
          question: input.asked,
          status: rest.status,
          language: question.language,
          answer: refused
            ? refusalText({
                language: question.language,
                hasNothingInScope: filters !== null && rest.refusal?.reason === 'no-passages',
              })
            : renderAnswer({ sentences: book.sentences, language: question.language }),
          confidence: rest.confidence,
          sentences: refused ? [] : book.sentences,
          citations: refused ? [] : book.citations,
          ...(rest.refusal ? { refusal: rest.refusal } : {}),
          model: { generator, embedder: embedder.id, reranker: warning ? null : (reranker?.id ?? null) },
          generation: generation.id,
          conversationId: input.conversationId,
          ...(warning && { warnings: [warning] }),
          timings,
        },
      }
    }
    const tell = function* (draft: DraftSentence): Generator<AnswerEvent> {
      const { sentence, citations } = book.add(draft)
      yield { type: 'sentence', index: book.sentences.length - 1, sentence, citations }
    }

    yield { type: 'status', stage: 'searching' }
    const sides = sideQuestions(question)
    searched = await gatherPassages({
      generation,
      embedder,
      reranker,
      filters,
      synonyms: options.synonyms ?? null,
      questions: [question, ...sides],
      settings,
      signal,
      timings,
    })
    const gathered = searched.map(({ found }) => found)
    const passages = gathered[0] ?? []
    if (passages.length === 0) {
      yield finish({ status: 'refused', confidence: 0, refusal: { reason: 'no-passages', nearest: [] } })
      return
    }

    yield { type: 'status', stage: 'reading' }
    let reading = performance.now()
    const drafts = []
    for (const [i, side] of (sides.length > 0 ? sides : [question]).entries()) {
      const from = gathered[sides.length > 0 ? i + 1 : 0] ?? []
      drafts.push({
        question: side,
        ...(await extractAnswer({ question: side, passages: from, reader, calibration, signal })),
      })
    }
    timings.read = performance.now() - reading
    const confidence = Math.min(...drafts.map((draft) => draft.confidence))
    if (!drafts.every((draft) => draft.isSufficient)) {
      yield finish({ status: 'refused', confidence, refusal: { reason: 'not-in-sources', nearest: nearest(passages) } })
      return
    }

    yield { type: 'status', stage: 'writing' }
    reading = performance.now()
    if (writer) {
      const hits = new Map(gathered.flat().map((hit) => [hit.passage.id, hit.passage]))
      const shown = [...hits.values()].slice(0, writer.maxPassages)
      try {
        const { text, language } = question
        const stream = writer.write({ question: text, language, passages: shown, history: input.history, signal })
        for await (const draft of verifyStream({ stream, passages: shown, embedder, signal })) yield* tell(draft)
        generator = writer.id
      } catch (error) {
        // A provider that is down must not leave the reader without what the sources say.
        if (!isShuttenError(error) || error.code !== 'LLM_UNAVAILABLE') throw error
        if (book.sentences.length > 0) generator = writer.id
      }
    }
    if (generator === 'extractive') for (const draft of extractiveSentences(drafts)) yield* tell(draft)
    timings.write = performance.now() - reading
    if (book.sentences.length === 0)
      yield finish({ status: 'refused', confidence: 0, refusal: { reason: 'unsupported', nearest: nearest(passages) } })
    else yield finish({ status: 'answered', confidence })
  }

  return {
    async *ask({ question: asked, history = [], conversationId = null, filters: narrowing, signal }) {
      const started = performance.now()
      const text = parseQuestion(asked)
      const filters = parseSearchFilters(narrowing)
      const question = analyzeQuestion(resolveFollowUp({ question: text, history }))
      const { generation, release } = await options.generations.acquire()
      try {
        yield* answer({ asked: text, question, generation, conversationId, history, filters, started, signal })
      } finally {
        release()
      }
    },
  }
}
