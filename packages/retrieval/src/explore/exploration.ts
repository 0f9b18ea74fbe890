import type { ErrorBody, GenerationPassage, SearchFilters, SearchResult } from '@shutten/core'
import type { EvidenceFeatures } from '../answer/evidence-features.js'
import type { GuardFinding } from '../guard/create-guard.js'
import type { QuestionKind } from '../question/analyze-question.js'
import type { RetrievalSettings } from '../search/retrieval-settings.js'
import type { MissingTerms } from './find-missing.js'

/** What a query is tried with. */
export interface ExploreOptions {
  query: string
  /** 1 to 100; 10 unless told. */
  k?: number
  /** Of which side passages may come; `hybrid` unless told. */
  mode?: 'hybrid' | 'dense' | 'lexical'
  filters?: SearchFilters | null
  /** False leaves the reranker out, of the search and of the answer. */
  rerank?: boolean
  settings?: Partial<RetrievalSettings>
  /** Least confidence at which an answer is given; that of the calibration unless told. */
  threshold?: number
  /** Id of a generation that is kept; the one that serves unless told. */
  generation?: string | null
  signal?: AbortSignal
}

/** Place in a list, from 1, and what the list is ordered by. */
export interface StagePlace {
  rank: number
  score: number
}

/**
 * What became of a passage that was found.
 * `result`: it is a result. `merged`, `folded`: read with, or told as a duplicate of, the result `into`.
 * `spread`: others of its document stand above it, and the question is a broad one. `beyond-k`: its place was too low.
 * `beyond-depth`: fusion left it too low to be looked at any further.
 */
export type PassageFate =
  | { kind: 'result' | 'merged' | 'folded'; into: number }
  | { kind: 'spread' | 'beyond-k' | 'beyond-depth'; into: null }

export interface ExploredPassage {
  passage: Pick<
    GenerationPassage,
    'id' | 'documentId' | 'versionId' | 'title' | 'uri' | 'headingPath' | 'language' | 'start' | 'end' | 'text'
  >
  /** By cosine; null where the vectors did not give it. */
  dense: StagePlace | null
  /** By BM25; null where the words did not give it. */
  lexical: StagePlace | null
  fused: StagePlace
  /** Its place once the reranker had its say, by the joint score; null beyond the depth, or where none ran. */
  reranked: (StagePlace & { probability: number | null; skipped: 'beyond-depth' | 'out-of-time' | null }) | null
  fate: PassageFate
}

/** A feature of the evidence, and what it adds to the log odds. */
export interface GateReason {
  feature: keyof EvidenceFeatures
  value: number
  adds: number
}

/** What the gate says of a question, or of one of its parts. */
export interface GateEvidence {
  question: string
  confidence: number
  isSufficient: boolean
  /** The sentence that it would be answered with; null where nothing was found. */
  chosen: { documentId: string; versionId: string; title: string; start: number; end: number; text: string } | null
  /** What counted, the heaviest first; those that add nothing are left out. */
  reasons: GateReason[]
  bias: number
}

export interface Gate {
  verdict: 'answered' | 'refused' | 'policy' | 'aside'
  /** Of the part that the sources hold least. */
  confidence: number
  threshold: number
  /** What the guard took the question for. */
  policy: GuardFinding | null
  evidence: GateEvidence[]
  /** Parts that the sources do not hold while they hold others. */
  unanswered: string[]
}

export interface Exploration {
  /** As it is searched for. */
  query: string
  kind: QuestionKind
  generation: string
  /** Id of the reranker that ran. */
  reranker: string | null
  counts: { dense: number; lexical: number; both: number; fused: number; considered: number; reranked: number }
  /** By fused score. */
  passages: ExploredPassage[]
  results: SearchResult[]
  gate: Gate
  /** What the query says that the passages do not. */
  missing: MissingTerms
  warnings: ErrorBody[]
  /** Milliseconds by stage: of the search, and of the reading for an answer. */
  timings: { search: Record<string, number>; answer: Record<string, number> }
}
