import type { Perturbation } from '../robustness/perturbation.js'

/** Everything that figures depend on besides dataset and code. */
export interface EvaluationConfiguration {
  embedder: string
  /** Null: results were not reranked. */
  reranker: string | null
  /** `extractive`, or provider and model. */
  generator: string
  /** Versions, as the index names them. */
  chunker: string
  analyser: string
  /** Version of the evidence model behind `confidence`. */
  calibration: string
  retrieval: Readonly<Record<string, unknown>>
  options: {
    only: 'retrieval' | 'answers' | null
    limit: number | null
    /** Questions that were asked, where that is fewer than were searched for. */
    ask: number | null
    depth: number
    perturb: Perturbation[]
  }
  software: { shutten: string; node: string }
}

export interface EvaluationRun {
  /** Begins with its time: `20261122T041233Z-golden`. */
  id: string
  /** ISO 8601, UTC. */
  createdAt: string
  configuration: EvaluationConfiguration
  /** What it took to have the documents searchable; null when they were there. */
  indexing: { documents: number; passages: number; embedded: number; seconds: number } | null
}
