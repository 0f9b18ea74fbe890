import type { EvidenceFeatures } from './evidence-features.js'

/** Log odds = bias + Σ weight · feature. */
export interface EvidenceModel {
  bias: number
  weights: Partial<Record<keyof EvidenceFeatures, number>>
}

export interface EvidenceCalibration {
  /** Changes with any number below; recorded with each evaluation. */
  version: string
  /** That a sentence answers, beside the others that were read: says which one is told. */
  sentence: EvidenceModel
  /** That what is told answers: by what does not depend on what else was found. Its probability is the confidence. */
  answer: EvidenceModel
  /** Least confidence at which an answer is given. */
  threshold: number
}

/**
 * Fitted by logistic regression (L2) on the sentences read for 171 golden questions, 580 of JSQuAD and JaQuAD and 100 on two
 * real articles, 290 of them unanswerable; none of the JSQuAD questions that docs/evaluation.md measures. The threshold lies
 * where five-fold cross-validation has the most right outcomes: docs/decisions/2026-11-22-two-evidence-models.md.
 */
export const defaultCalibration: EvidenceCalibration = {
  version: '2026-11-22.8',
  sentence: {
    bias: -6.08,
    weights: {
      sentence: 0.28,
      passage: 0.08,
      behind: 0.14,
      rank: -0.81,
      holdsSpan: 1.57,
      crossLingual: 1.55,
      fused: 3.54,
      share: 0.72,
      nameMissing: -0.11,
      codeMissing: -2.39,
      numberMissing: -1.43,
      namesSaid: 0.01,
      wordsSaid: 0.14,
      wordsAround: 0.89,
      propertySaid: 0.68,
      propertyAround: -0.64,
      unitNotHeld: -1.46,
      typeHeld: -0.76,
      typeNotHeld: -1.42,
      spanTyped: 0.77,
      asksName: 0.34,
      asksDefinition: -2.04,
      asksYesNo: 1.08,
      asksList: 0.58,
      defines: 2.32,
      inReferences: -0.62,
      isShort: -5.38,
      questionLength: 0.39,
    },
  },
  answer: {
    bias: -0.88,
    weights: {
      sentence: 0.24,
      passage: 0.29,
      holdsSpan: 1.12,
      crossLingual: 0.57,
      codeMissing: -2.08,
      numberMissing: -2.71,
      nameMissing: -0.53,
      inReferences: -4.33,
    },
  },
  threshold: 0.35,
}
