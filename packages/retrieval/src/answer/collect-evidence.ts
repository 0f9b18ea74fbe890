import type { AnswerEvent, ErrorBody, GenerationPassage } from '@shutten/core'
import type { AnalyzedQuestion } from '../question/analyze-question.js'
import { splitQuestion } from '../question/split-question.js'
import type { RetrievedPassage } from '../rerank/rerank-candidates.js'
import type { Stage } from '../tracing/begin-stage.js'
import type { AnswerRequest } from './answer-request.js'
import type { AnswererParts } from './answerer-parts.js'
import { type ExtractiveDraft, extractAnswer } from './extract-answer.js'
import { gatherPassages } from './gather-passages.js'
import { sideQuestions } from './side-questions.js'

export interface CollectedEvidence {
  /** Best first; of sides and parts in turn. */
  passages: RetrievedPassage[]
  /** The same without what was found of them: what a language model may be given. */
  sources: GenerationPassage[]
  /** The sentences that answer: for each side of a comparison, each part of a question; one otherwise. Empty without passages. */
  drafts: (ExtractiveDraft & { question: AnalyzedQuestion })[]
  /** Probability that the sources hold what is told: of the side or part that they hold least. */
  confidence: number
  /** A comparison needs both of its sides, a question at least one of its parts. */
  isSufficient: boolean
  /** Parts that the sources do not hold, while they hold others. */
  unanswered: string[]
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
  const askedParts = sides.length > 0 ? [] : splitQuestion(question)
  const questions = [sides, askedParts, [question]].find(({ length }) => length > 0) ?? []
  // The reader orders what it reads anyway, in rounds; another reranker has ordered all before.
  const reorders = reranker?.id === reader.id
  const searched = await stage.run('shutten.retrieve', async (retrieving) => {
    const found = await gatherPassages({
      generation,
      embedder,
      reranker: reorders ? null : reranker,
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
  const evidence: CollectedEvidence = {
    passages: [],
    sources: [],
    drafts: [],
    confidence: 0,
    isSufficient: false,
    unanswered: [],
    warning: searched.find((one) => one.warning)?.warning ?? null,
  }
  if (searched.every(({ found }) => found.length === 0)) return evidence

  yield { type: 'status', stage: 'reading' }
  const begun = performance.now()
  await stage.run('shutten.judge', async (judging) => {
    for (const [i, one] of questions.entries()) {
      const draft = await extractAnswer({
        question: one,
        passages: searched[i]?.found ?? [],
        reader,
        reorders,
        fusedWeight: settings.fusedWeight,
        calibration,
        ...(signal && { signal }),
      })
      evidence.drafts.push({ question: one, ...draft })
    }
    const held = evidence.drafts.filter((draft) => draft.isSufficient)
    evidence.isSufficient = askedParts.length > 0 ? held.length > 0 : held.length === evidence.drafts.length
    const told = evidence.isSufficient ? held : evidence.drafts
    evidence.confidence = Math.min(...told.map((draft) => draft.confidence))
    if (evidence.isSufficient)
      evidence.unanswered = evidence.drafts.flatMap((draft) => (draft.isSufficient ? [] : [draft.question.text]))
    judging.set({
      'shutten.calibration': calibration.version,
      'shutten.confidence': evidence.confidence,
      'shutten.sufficient': evidence.isSufficient,
    })
  })
  evidence.passages = inTurn(evidence.drafts.map(({ passages }) => passages))
  evidence.sources = evidence.passages.map(({ passage }) => passage)
  timings.read = performance.now() - begun
  return evidence
}

/** The first of each list, then the second of each, every passage once. */
function inTurn(lists: readonly (readonly RetrievedPassage[])[]): RetrievedPassage[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length))
  const all = Array.from({ length: longest }, (_, i) => lists.flatMap((list) => list[i] ?? [])).flat()
  const first = new Map<string, RetrievedPassage>()
  for (const hit of all) if (!first.has(hit.passage.id)) first.set(hit.passage.id, hit)
  return [...first.values()]
}
