import type { EvidenceModel } from '../answer/calibration.js'
import type { CollectedEvidence } from '../answer/collect-evidence.js'
import type { EvidenceFeatures } from '../answer/evidence-features.js'
import type { GateEvidence, GateReason } from './exploration.js'

/** Why the gate is as sure as it is of each part of a question: the addends of the log odds. */
export function explainGate(options: { drafts: CollectedEvidence['drafts']; model: EvidenceModel }): GateEvidence[] {
  const { drafts, model } = options
  return drafts.map(({ question, selected, confidence, isSufficient }) => {
    const [best] = selected
    const passage = best?.sentence.from.passage
    return {
      question: question.text,
      confidence,
      isSufficient,
      chosen:
        best && passage
          ? {
              documentId: passage.documentId,
              versionId: passage.versionId,
              title: passage.title,
              start: passage.start + best.start,
              end: passage.start + best.end,
              text: passage.text.slice(best.start, best.end),
            }
          : null,
      reasons: best ? weigh({ features: best.judgement.features, model }) : [],
      bias: model.bias,
    }
  })
}

function weigh({ features, model }: { features: EvidenceFeatures; model: EvidenceModel }): GateReason[] {
  return Object.entries(model.weights)
    .map(([name, weight]): GateReason => {
      const feature = name as keyof EvidenceFeatures
      return { feature, value: features[feature], adds: weight * features[feature] }
    })
    .filter(({ adds }) => adds !== 0)
    .sort((a, b) => Math.abs(b.adds) - Math.abs(a.adds))
}
