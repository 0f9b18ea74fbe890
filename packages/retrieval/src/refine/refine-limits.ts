import type { MergeLimits } from './merge-neighbours.js'
import type { SpreadLimits } from './spread-documents.js'

/** As measured: docs/decisions/2026-11-22-result-quality.md. */
export const refineLimits: { merge: MergeLimits; spread: SpreadLimits } = {
  merge: {
    maxParts: 3,
    maxCharacters: 1_200,
    minFusedShare: { sameHeading: 0.8, otherHeading: 0.9 },
    minRerankedShare: 0.5,
  },
  spread: { resultsPerDocument: 3, minThirdShare: 0.8 },
}
