import { foldText } from '@shutten/text'
import type { AnalyzedQuestion } from '../question/analyze-question.js'
import { sigmoid } from '../search/sigmoid.js'
import type { EvidenceCalibration } from './calibration.js'
import type { ReadSentence } from './read-sentences.js'

export interface EvidenceFeatures {
  /** Reader's logits. */
  sentenceRelevance: number
  passageRelevance: number
  /** Share of the question's names that the sentence, its headings or its title hold, 0 to 1; names elsewhere in the passage count half. */
  nameCoverage: number
  /** The same of all content terms. */
  termCoverage: number
  crossLingual: 0 | 1
  /** Cosine above .8, in a cross-lingual pair only. */
  crossLingualCosine: number
}

export interface Judgement {
  features: EvidenceFeatures
  /** That the sentence answers the question, 0 to 1. */
  probability: number
}

function coverage(terms: readonly string[], near: string, far: string): number {
  if (terms.length === 0) return 1
  let sum = 0
  for (const term of terms) {
    const folded = foldText(term)
    sum += near.includes(folded) ? 1 : far.includes(folded) ? 0.5 : 0
  }
  return sum / terms.length
}

/**
 * How sure it is that a sentence answers the question. The reader alone is fooled when another thing has the asked
 * property, so what the question names must stand in the sentence, its headings or its title.
 */
export function judgeEvidence(options: {
  question: AnalyzedQuestion
  sentence: ReadSentence
  calibration: EvidenceCalibration
}): Judgement {
  const { question, sentence, calibration } = options
  const { passage, fused, reading } = { ...sentence.from }
  const near = foldText([passage.title, ...passage.headingPath, sentence.text].join('\n'))
  const far = foldText(passage.text)
  const crossLingual = question.language === passage.language ? 0 : 1
  const features: EvidenceFeatures = {
    sentenceRelevance: sentence.relevance,
    passageRelevance: reading?.relevance ?? -6,
    nameCoverage: coverage(question.names, near, far),
    // Words of another language are not expected to match.
    termCoverage: crossLingual ? 0.5 : coverage(question.terms, near, far),
    crossLingual,
    crossLingualCosine: crossLingual ? Math.max(0, (fused.dense ?? 0) - 0.8) : 0,
  }
  const z =
    calibration.bias +
    calibration.sentenceRelevance * features.sentenceRelevance +
    calibration.passageRelevance * features.passageRelevance +
    calibration.nameCoverage * features.nameCoverage +
    calibration.termCoverage * features.termCoverage +
    calibration.crossLingual * features.crossLingual +
    calibration.crossLingualCosine * features.crossLingualCosine
  return { features, probability: sigmoid(z) }
}
