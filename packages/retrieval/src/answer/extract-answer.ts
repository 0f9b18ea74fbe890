import type { Reader } from '@shutten/core'
import type { AnalyzedQuestion } from '../question/analyze-question.js'
import type { RetrievedPassage } from '../rerank/rerank-candidates.js'
import { sigmoid } from '../search/sigmoid.js'
import type { EvidenceCalibration } from './calibration.js'
import { readPassages } from './read-passages.js'
import { readSentences, type SentenceReadings } from './read-sentences.js'
import { type SelectedSentence, selectSentences } from './select-sentences.js'
import { weighEvidence } from './weigh-evidence.js'

export interface ExtractiveDraft {
  /** Best first: those that were read in the reader's order, then the others in theirs. */
  passages: RetrievedPassage[]
  selected: SelectedSentence[]
  /** Probability that the answer is right; 0 without one. */
  confidence: number
  /** It is sure enough to be told. */
  isSufficient: boolean
}

/**
 * How many passages are read whole, and of how many of them each sentence: few at first, more while the
 * confidence is below `sure`. Half of all questions end with the first round; figures:
 * docs/decisions/2026-11-22-reading-in-rounds.md.
 */
const rounds = [
  { passages: 2, sentencesOf: 2, sure: 0.8 },
  { passages: 4, sentencesOf: 3, sure: 0.5 },
  { passages: 8, sentencesOf: 3, sure: 0 },
] as const

/** The sentences of the sources that answer a question, word for word. */
export async function extractAnswer(options: {
  question: AnalyzedQuestion
  /** In the order they were found. */
  passages: readonly RetrievedPassage[]
  reader: Reader
  /** The reader orders the passages; otherwise they stay as another reranker has put them. */
  reorders: boolean
  fusedWeight: number
  calibration: EvidenceCalibration
  signal?: AbortSignal
}): Promise<ExtractiveDraft> {
  const { question, reader, reorders, fusedWeight, calibration, signal } = options
  const known: SentenceReadings = new Map()
  let draft: ExtractiveDraft = { passages: [...options.passages], selected: [], confidence: 0, isSufficient: false }
  let passages = [...options.passages]
  for (const [i, round] of rounds.entries()) {
    const previous = rounds[i - 1]
    if (previous && draft.confidence >= previous.sure) break
    passages = await readPassages({
      question: question.text,
      passages,
      first: round.passages,
      reader,
      reorders,
      fusedWeight,
      ...(signal && { signal }),
    })
    const sentences = await readSentences({
      question: question.text,
      passages: passages.slice(0, round.sentencesOf),
      reader,
      known,
      defined: question.defined,
      ...(signal && { signal }),
    })
    const selected = selectSentences({ question, sentences, calibration })
    const best = selected[0]?.judgement
    const confidence = best ? sigmoid(weighEvidence({ features: best.features, model: calibration.answer })) : 0
    draft = { passages, selected, confidence, isSufficient: confidence >= calibration.threshold }
  }
  return draft
}
