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
 * real articles, and 150 more on the golden set's articles, 300 of them unanswerable; none of the JSQuAD questions that docs/evaluation.md measures. The threshold lies
 * where five-fold cross-validation has the most right outcomes: docs/decisions/2026-11-22-two-evidence-models.md.
 */
export const defaultCalibration: EvidenceCalibration = {
  version: '2026-11-22.10',
  sentence: {
    bias: -4.34,
    weights: {
      sentence: 0.31,
      passage: 0.1,
      behind: 0.11,
      rank: -0.07,
      holdsSpan: 0.72,
      crossLingual: -0.18,
      fused: 2.47,
      share: 0.58,
      properMissing: -0.76,
      codeMissing: -0.78,
      numberMissing: -0.51,
      namesSaid: -0.26,
      wordsSaid: 0.11,
      wordsAround: 1.06,
      propertySaid: 0.89,
      propertyAround: -1.44,
      unitNotHeld: -0.93,
      typeHeld: 0.49,
      typeNotHeld: -0.51,
      spanTyped: 0.46,
      defines: 1.73,
      inReferences: -1.47,
    },
  },
  answer: {
    bias: -1.74,
    weights: {
      sentence: 0.29,
      passage: 0.27,
      holdsSpan: 1.14,
      crossLingual: 1.01,
      codeMissing: -3.2,
      numberMissing: -2.21,
      inReferences: -4.05,
      share: 4.39,
      properMissing: -2.63,
      typeNotHeld: -0.68,
      unitNotHeld: -0.14,
      spanTyped: 0.91,
    },
  },
  threshold: 0.32,
}
