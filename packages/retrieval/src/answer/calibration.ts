/** Weights of a logistic model: probability = sigmoid(bias + Σ weight · feature). */
export interface EvidenceCalibration {
  /** Changes with any number below; recorded with each evaluation. */
  version: string
  bias: number
  sentenceRelevance: number
  passageRelevance: number
  nameCoverage: number
  termCoverage: number
  crossLingual: number
  crossLingualCosine: number
  /** Least probability at which an answer is given. */
  threshold: number
}

/** Fitted by hand on the seed questions; docs/evaluation.md has the figures. */
export const defaultCalibration: EvidenceCalibration = {
  version: '2026-11-22.1',
  bias: -2,
  sentenceRelevance: 0.6,
  passageRelevance: 0.3,
  nameCoverage: 2,
  termCoverage: 1.5,
  crossLingual: 2,
  crossLingualCosine: 20,
  threshold: 0.5,
}
