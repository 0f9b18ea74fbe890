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
 * `sentence` by the likelihood of a right one among those of a question (softmax over its sentences, L2), then scaled to
 * probabilities; `answer` by logistic regression on what was chosen out of fold: for 171 golden questions, 580 of JSQuAD and JaQuAD and 100 on two
 * real articles, 290 of them unanswerable; none of the JSQuAD questions that docs/evaluation.md measures. The threshold lies
 * where five-fold cross-validation has the most right outcomes: docs/decisions/2026-11-22-two-evidence-models.md.
 */
export const defaultCalibration: EvidenceCalibration = {
  version: '2026-11-22.9',
  sentence: {
    bias: -4.75,
    weights: {
      sentence: 0.32,
      passage: 0.12,
      behind: 0.13,
      rank: -0.09,
      holdsSpan: 0.8,
      crossLingual: -0.34,
      fused: 3.21,
      share: 0.13,
      nameMissing: -0.22,
      codeMissing: -1.08,
      numberMissing: -0.84,
      namesSaid: -0.09,
      wordsSaid: -0.4,
      wordsAround: 0.86,
      propertySaid: 0.93,
      propertyAround: -1.51,
      unitNotHeld: -1.18,
      typeHeld: 0.48,
      typeNotHeld: -0.49,
      spanTyped: 0.58,
      defines: 1.85,
      inReferences: -2.09,
      isShort: -2.7,
    },
  },
  answer: {
    bias: -1.52,
    weights: {
      sentence: 0.19,
      passage: 0.29,
      holdsSpan: 0.62,
      crossLingual: 1.26,
      codeMissing: -2.23,
      numberMissing: -2.57,
      nameMissing: -0.08,
      inReferences: -4.68,
      share: 4.21,
    },
  },
  threshold: 0.3,
}
