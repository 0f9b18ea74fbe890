import type { EvidenceFeatures } from './evidence-features.js'

/** A logistic model: probability = sigmoid(bias + Σ weight · feature). */
export interface EvidenceCalibration {
  /** Changes with any number below; recorded with each evaluation. */
  version: string
  bias: number
  weights: Record<keyof EvidenceFeatures, number>
  /** Least probability of the best sentence at which an answer is given. */
  threshold: number
  /** The same when question and passage differ in language: the reader is less sure there. */
  thresholdAcross: number
}

/**
 * Fitted by logistic regression (L2, C = .5) on the sentences read for 171 golden, 22 seed and 120 JSQuAD questions (of
 * weights 2, 3 and 1), 50 of them unanswerable; comparisons left out. The thresholds lie where five-fold cross-validation
 * has the most right outcomes over the three sets. docs/evaluation.md has the figures.
 */
export const defaultCalibration: EvidenceCalibration = {
  version: '2026-11-22.4',
  bias: -3.9,
  weights: {
    sentenceAlone: 0.21,
    sentenceInContext: 0.19,
    passage: 0.04,
    nameMissing: -0.2,
    crossLingual: 1.22,
    fused: 2.48,
    holdsSpan: 1.11,
    inReferences: -0.57,
    defines: 1.06,
  },
  threshold: 0.3,
  thresholdAcross: 0.14,
}
