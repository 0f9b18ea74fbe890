import type { Embedder, Reader, Reranker } from '@shutten/core'
import type { AnswerCache } from '../cache/create-answer-cache.js'
import type { ServingGenerations } from '../generations/create-serving-generations.js'
import type { Guard } from '../guard/create-guard.js'
import type { RetrievalSettings } from '../search/retrieval-settings.js'
import type { SynonymSource } from '../synonyms/synonym-source.js'
import type { UnsupportedPolicy } from '../verify/verify-stream.js'
import type { AnswerWriter } from '../write/answer-writer.js'
import type { EvidenceCalibration } from './calibration.js'

/** What answers are made with. */
export interface AnswererParts {
  generations: ServingGenerations
  embedder: Embedder
  reader: Reader
  reranker: Reranker | null
  writer: AnswerWriter | null
  synonyms: SynonymSource | null
  settings: RetrievalSettings
  calibration: EvidenceCalibration
  cache: AnswerCache | null
  guard: Guard
  unsupportedSentences: UnsupportedPolicy
}
