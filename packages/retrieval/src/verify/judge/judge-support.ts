import type { Support } from '@shutten/core'
import { sigmoid } from '../../search/sigmoid.js'
import type { SupportModel, VerificationSettings } from '../verification-settings.js'
import type { Comparison } from './compare-claim.js'

export interface Judgement {
  support: Support
  /** That the stretch holds the sentence, by its words and meaning alone, 0 to 1. */
  likeness: number
  /** 0 to 1: how sure it is that the stretch holds the sentence. */
  score: number
}

/** Less than so much is left of a score that a contradiction, or a weakness, speaks against. */
const contradictedScore = 0.1
const weakenedScore = 0.6

/** The verdict on one sentence against one stretch; `cosine` null where nothing was embedded. */
export function judgeSupport(options: {
  comparison: Comparison
  /** How many names, numbers and dates of the sentence are held, 0 to 1; stands for coverage across languages. */
  anchors: number
  cosine: number | null
  settings: VerificationSettings
}): Judgement {
  const { comparison, cosine, settings } = options
  const likeness = measureLikeness(options)
  if (comparison.contradictions.length > 0)
    return { support: 'unsupported', likeness, score: contradictedScore * likeness }
  if (likeness < settings.partialAt) return { support: 'unsupported', likeness, score: likeness }
  const isWeak = comparison.weaknesses.length > 0
  if (isWeak) return { support: 'partial', likeness, score: weakenedScore * likeness }
  const isSure = cosine !== null || (comparison.coverage ?? 0) >= settings.sureCoverage
  return { support: isSure && likeness >= settings.supportedAt ? 'supported' : 'partial', likeness, score: likeness }
}

function measureLikeness(options: {
  comparison: Comparison
  anchors: number
  cosine: number | null
  settings: VerificationSettings
}): number {
  const { comparison, cosine, settings } = options
  const { coverage } = comparison
  if (coverage === null) return weigh(settings.acrossLanguages, options.anchors, cosine ?? 0)
  if (coverage >= settings.sureCoverage && cosine === null) return coverage
  return weigh(settings.sameLanguage, coverage, cosine ?? 0)
}

const weigh = (model: SupportModel, coverage: number, cosine: number) =>
  sigmoid(model.bias + model.coverage * coverage + model.cosine * cosine)
