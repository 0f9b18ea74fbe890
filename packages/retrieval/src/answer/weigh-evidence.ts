import type { EvidenceModel } from './calibration.js'
import type { EvidenceFeatures } from './evidence-features.js'

/** Log odds by a model; a feature that it does not name counts nothing. */
export function weighEvidence(options: { features: EvidenceFeatures; model: EvidenceModel }): number {
  const { features, model } = options
  let logit = model.bias
  for (const [name, weight] of Object.entries(model.weights)) logit += weight * features[name as keyof EvidenceFeatures]
  return logit
}
