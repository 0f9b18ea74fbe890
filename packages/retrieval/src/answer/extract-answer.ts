import type { Reader } from '@shutten/core'
import { foldText } from '@shutten/text'
import type { AnalyzedQuestion } from '../question/analyze-question.js'
import type { RetrievedPassage } from '../rerank/rerank-candidates.js'
import type { Evidence } from './build-citations.js'
import type { EvidenceCalibration } from './calibration.js'
import { readPassages } from './read-passages.js'
import { readSentences } from './read-sentences.js'
import { type SelectedSentence, selectSentences } from './select-sentences.js'

export interface ExtractiveDraft {
  selected: SelectedSentence[]
  /** Probability that the first sentence answers the question; 0 without one. */
  confidence: number
  /** It is sure enough to be told. */
  isSufficient: boolean
}

/** Passages whose sentences are read one by one. */
const passagesRead = 4

/** The sentences of the sources that answer a question, word for word. */
export async function extractAnswer(options: {
  question: AnalyzedQuestion
  passages: readonly RetrievedPassage[]
  reader: Reader
  calibration: EvidenceCalibration
  signal?: AbortSignal
}): Promise<ExtractiveDraft> {
  const { question, calibration, reader, signal } = options
  const first = options.passages.slice(0, passagesRead)
  const passages = await readPassages({ question: question.text, passages: first, reader, signal })
  const sentences = await readSentences({ question: question.text, passages, reader, signal })
  const selected = selectSentences({ question, sentences, calibration })
  const best = selected[0]?.judgement
  const threshold = best?.features.crossLingual ? calibration.thresholdAcross : calibration.threshold
  const confidence = best?.probability ?? 0
  return { selected, confidence, isSufficient: confidence >= threshold }
}

/** The deciding words are the reader's span, where it is short and new; a definition is decided by all of its sentence. */
export function toEvidence(options: { selected: SelectedSentence; question: AnalyzedQuestion }): Evidence {
  const { sentence, judgement } = options.selected
  const { passage } = sentence.from
  const { span } = sentence
  const isShort = span !== null && span.end - span.start <= 0.6 * (sentence.end - sentence.start)
  const asksBack =
    span !== null && foldText(options.question.text).includes(foldText(passage.text.slice(span.start, span.end)))
  return {
    passage,
    start: sentence.start,
    end: sentence.end,
    score: judgement.probability,
    highlights: span && isShort && !asksBack && options.question.kind !== 'definition' ? [span] : [],
  }
}
