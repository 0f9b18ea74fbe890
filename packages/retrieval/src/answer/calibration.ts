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
  /**
   * Makes the log odds of the best sentence those of the answer (Platt scaling): more than the sentence is quoted, and it is
   * the best of many.
   */
  confidence: { slope: number; intercept: number }
}

/**
 * Fitted by logistic regression (L2, C = .3) on the sentences read for 171 golden questions and 580 of JSQuAD and JaQuAD
 * (of weights 1.5, 1 and .7) and 100 on two real articles (2), 290 of them unanswerable; none of the JSQuAD questions that
 * docs/evaluation.md measures. `otherSubject` is set by hand: docs/decisions/2026-11-22-reading-in-rounds.md. The thresholds lie where five-fold cross-validation has the most right outcomes.
 */
export const defaultCalibration: EvidenceCalibration = {
  version: '2026-11-22.7',
  bias: -4.22,
  weights: {
    sentence: 0.36,
    passage: 0.1,
    behind: 0.11,
    rank: -1.01,
    holdsSpan: 1.73,
    crossLingual: 1.64,
    fused: 2.6,
    share: 0.2,
    nameMissing: 0.02,
    codeMissing: -3.19,
    numberMissing: -2.07,
    otherSubject: -1.2,
    namesSaid: -0.3,
    wordsSaid: -0.56,
    wordsAround: 0.59,
    propertySaid: 0.82,
    propertyAround: -0.5,
    unitNotHeld: -1.31,
    typeHeld: -0.96,
    typeNotHeld: -1.76,
    spanTyped: 0.54,
    asksName: 0.14,
    asksDefinition: -1.83,
    asksYesNo: 0.91,
    asksList: 0.93,
    defines: 2.93,
    inReferences: -0.87,
    isShort: -4.1,
    questionLength: 0.53,
  },
  threshold: 0.3,
  thresholdAcross: 0.12,
  confidence: { slope: 1.11, intercept: 0.34 },
}
