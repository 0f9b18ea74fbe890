import type { AnswerEvent, ErrorBody, GenerationPassage } from '@shutten/core'
import type { AnalyzedQuestion } from '../question/analyze-question.js'
import type { RetrievedPassage } from '../rerank/rerank-candidates.js'
import type { Stage } from '../tracing/begin-stage.js'
import type { AnswerRequest } from './answer-request.js'
import type { AnswererParts } from './answerer-parts.js'
import { type ExtractiveDraft, extractAnswer } from './extract-answer.js'
import { gatherPassages } from './gather-passages.js'
import { sideQuestions } from './side-questions.js'

export interface CollectedEvidence {
  /** Of the question itself, best first. */
  passages: RetrievedPassage[]
  /** Of the question and of its sides, each once: what a language model may be given. */
  sources: GenerationPassage[]
  /** The sentences that answer, for each side of a comparison; one otherwise. Empty without passages. */
  drafts: (ExtractiveDraft & { question: AnalyzedQuestion })[]
  /** Probability that the sources hold the answer: of the side that they hold least. */
  confidence: number
  isSufficient: boolean
  /** Why the reranker was done without. */
  warning: ErrorBody | null
}

/**
 * Finds the passages and decides whether they hold the answer. Everything that an answer knows of search and of reading
 * comes through here.
 * Errors: those of `gatherPassages` and `extractAnswer`.
 */
export async function* collectEvidence(options: {
  parts: AnswererParts
  request: AnswerRequest
  stage: Stage
  /** Milliseconds by step are added. */
  timings: Record<string, number>
}): AsyncGenerator<AnswerEvent, CollectedEvidence, undefined> {
  const { parts, request, stage, timings } = options
  const { question, generation, filters, signal } = request
  const { embedder, reranker, reader, synonyms, settings, calibration } = parts

  yield { type: 'status', stage: 'searching' }
  const sides = sideQuestions(question)
  const searched = await stage.run('shutten.retrieve', async (retrieving) => {
    const questions = [question, ...sides]
    const found = await gatherPassages({
      generation,
      embedder,
      reranker,
      filters,
      synonyms,
      questions,
      settings,
      signal,
      timings,
    })
    retrieving.set({
      'shutten.questions': questions.length,
      'shutten.k': settings.rerankFirst,
      'shutten.passages': found[0]?.found.length ?? 0,
      'shutten.filtered': filters !== null,
    })
    return found
  })
  const gathered = searched.map(({ found }) => found)
  const passages = gathered[0] ?? []
  const sources = [...new Map(gathered.flat().map((hit) => [hit.passage.id, hit.passage])).values()]
  const warning = searched.find((one) => one.warning)?.warning ?? null
  const evidence: CollectedEvidence = { passages, sources, drafts: [], confidence: 0, isSufficient: false, warning }
  if (passages.length === 0) return evidence

  yield { type: 'status', stage: 'reading' }
  const begun = performance.now()
  await stage.run('shutten.judge', async (judging) => {
    for (const [i, side] of (sides.length > 0 ? sides : [question]).entries()) {
      const from = gathered[sides.length > 0 ? i + 1 : 0] ?? []
      const draft = await extractAnswer({ question: side, passages: from, reader, calibration, signal })
      evidence.drafts.push({ question: side, ...draft })
    }
    evidence.confidence = Math.min(...evidence.drafts.map((draft) => draft.confidence))
    evidence.isSufficient = evidence.drafts.every((draft) => draft.isSufficient)
    judging.set({
      'shutten.calibration': calibration.version,
      'shutten.confidence': evidence.confidence,
      'shutten.sufficient': evidence.isSufficient,
    })
  })
  timings.read = performance.now() - begun
  return evidence
}
