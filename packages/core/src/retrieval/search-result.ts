import type { Language } from '../language/language.js'

/** How one result came about. A signal that did not see the passage is null. */
export interface SearchSignals {
  /** Cosine of query and passage vector. */
  dense: number | null
  /** BM25. */
  lexical: number | null
  /** Probability from the reranker; absent when none ran. */
  reranker?: number | null
}

export interface SearchResult {
  /** From 1. */
  rank: number
  documentId: string
  passageId: string
  versionId: string
  title: string
  headingPath: string[]
  uri: string
  language: Language
  /** UTF-16 offsets into the document's stored text: `text` is that slice. */
  start: number
  end: number
  text: string
  /** Fused score, comparable within one answer to a query only. */
  score: number
  signals: SearchSignals
}

export interface SearchResponse {
  query: string
  results: SearchResult[]
  generation: string
  /** Milliseconds by stage. */
  timings: Record<string, number>
}
