import { foldText } from '@shutten/text'
import type { AnalyzedQuestion } from '../question/analyze-question.js'
import { sigmoid } from '../search/sigmoid.js'
import type { EvidenceCalibration } from './calibration.js'
import { defines } from './defines.js'
import type { EvidenceFeatures } from './evidence-features.js'
import type { ReadSentence } from './read-sentences.js'

export interface Judgement {
  features: EvidenceFeatures
  /** Log odds of `probability`. */
  logit: number
  /** That the sentence answers the question, 0 to 1. */
  probability: number
}

const references = /^(出典|参考文献|参考資料|脚注|sources?|references|bibliography)$/i
/** Logit of a passage that the reader was not asked about. */
const unreadLogit = -6

function isNameMissing(question: AnalyzedQuestion, sentence: ReadSentence): boolean {
  const { passage } = sentence.from
  const held = foldText([passage.title, ...passage.headingPath, passage.text].join('\n'))
  return question.names.some((name) => !held.includes(foldText(name)))
}

/**
 * How sure it is that a sentence answers the question. The reader alone is fooled when another thing has the asked
 * property, so what the question names counts too, and where the passage stands among those found.
 */
export function judgeEvidence(options: {
  question: AnalyzedQuestion
  sentence: ReadSentence
  calibration: EvidenceCalibration
}): Judgement {
  const { question, sentence, calibration } = options
  const { passage, fused, reading } = sentence.from
  const crossLingual = question.language !== passage.language
  const subjects = question.names.length > 0 ? question.names : question.terms
  const features: EvidenceFeatures = {
    sentenceAlone: sentence.relevanceAlone,
    sentenceInContext: sentence.relevanceInContext,
    passage: reading?.relevance ?? unreadLogit,
    nameMissing: Number(!crossLingual && isNameMissing(question, sentence)),
    crossLingual: Number(crossLingual),
    fused: fused.score,
    holdsSpan: Number(sentence.holdsPassageSpan),
    inReferences: Number(references.test(passage.headingPath.at(-1)?.trim() ?? '')),
    defines: Number(question.kind === 'definition' && defines(sentence.text, subjects)),
  }
  let logit = calibration.bias
  for (const [name, value] of Object.entries(features))
    logit += calibration.weights[name as keyof EvidenceFeatures] * value
  return { features, logit, probability: sigmoid(logit) }
}
