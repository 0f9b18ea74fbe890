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
 * Fitted by logistic regression (L2, C = .5) on the sentences read for 171 golden, 22 seed and 120 JSQuAD questions,
 * 50 of them unanswerable; comparisons left out. The threshold is the one with the most right outcomes in
 * five-fold cross-validation. docs/evaluation.md has the figures.
 */
export const defaultCalibration: EvidenceCalibration = {
  version: '2026-11-22.3',
  bias: -3.1,
  weights: {
    sentenceAlone: 0.23,
    sentenceInContext: 0.12,
    passage: 0.11,
    nameMissing: -0.45,
    crossLingual: 1.16,
    fused: 1.79,
    holdsSpan: 1.18,
    inReferences: -0.51,
    defines: 0.77,
    cosine: 2.2,
    cosineAcross: 1.8,
  },
  threshold: 0.27,
  thresholdAcross: 0.18,
}
