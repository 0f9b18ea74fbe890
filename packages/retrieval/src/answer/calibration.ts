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
 * real articles, and 150 more on the golden set's articles, 300 of them unanswerable; none of the JSQuAD questions that
 * docs/evaluation.md measures. `codeMissing`, `properMissing` and `kinSaid` are set by hand, to forbid: of 1,336 sentences
 * that have one of them, 2 answer. The threshold lies where cross-validation has the most right outcomes: docs/decisions/2026-11-22-two-evidence-models.md.
 */
export const defaultCalibration: EvidenceCalibration = {
  version: '2026-11-23.11',
  sentence: {
    bias: -4.43,
    weights: {
      sentence: 0.31,
      passage: 0.1,
      behind: 0.11,
      rank: -0.07,
      holdsSpan: 0.72,
      crossLingual: -0.24,
      fused: 2.62,
      share: 0.44,
      properMissing: -4,
      codeMissing: -4,
      numberMissing: -0.56,
      kinSaid: -4,
      namesSaid: -0.25,
      wordsSaid: 0.14,
      wordsAround: 1.09,
      propertySaid: 0.89,
      propertyAround: -1.47,
      unitNotHeld: -1.35,
      typeHeld: 0.51,
      typeNotHeld: -0.52,
      spanTyped: 0.41,
      defines: 1.74,
      inReferences: -1.25,
    },
  },
  answer: {
    bias: -1.73,
    weights: {
      sentence: 0.28,
      passage: 0.28,
      holdsSpan: 1.14,
      crossLingual: 1.29,
      codeMissing: -6,
      numberMissing: -2.23,
      inReferences: -3.64,
      share: 4.22,
      properMissing: -6,
      typeNotHeld: -0.63,
      unitNotHeld: -0.74,
      spanTyped: 1.06,
      kinSaid: -6,
    },
  },
  threshold: 0.35,
}

/** The calibration with another threshold, as another version of it; as it is without one. */
export function withThreshold(threshold: number | null): EvidenceCalibration {
  if (threshold === null || threshold === defaultCalibration.threshold) return defaultCalibration
  return { ...defaultCalibration, threshold, version: `${defaultCalibration.version}+${threshold}` }
}
