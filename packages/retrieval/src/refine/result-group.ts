import type { GenerationPassage } from '@shutten/core'
import type { RetrievedPassage } from '../rerank/rerank-candidates.js'

/** A result in the making. */
export interface ResultGroup {
  /** Where the result stands and what its signals are. */
  best: RetrievedPassage
  /** The best passage and the neighbours that are read with it, in the order of the text. */
  parts: GenerationPassage[]
  /** Passages that say the same, best first. */
  duplicates: GenerationPassage[]
}
