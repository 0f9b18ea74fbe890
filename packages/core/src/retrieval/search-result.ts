import type { ShownEdit } from '../documents/applied-edit.js'
import type { ErrorBody } from '../errors/shutten-error.js'
import type { Language } from '../language/language.js'

/** How one result came about. A signal that did not see the passage is null. */
export interface SearchSignals {
  /** Cosine of query and passage vector. */
  dense: number | null
  /** BM25. */
  lexical: number | null
  /** Convex combination of both, 0 to 1, comparable within one answer to a query only. */
  fused: number
  /** Probability from the reranker; absent when none ran, null when it did not score this passage. */
  reranker?: number | null
  /** Why `reranker` is null: it stood too far down, or the time was up before its turn. */
  rerankerSkipped?: 'beyond-depth' | 'out-of-time'
  /** The query's words that the passage holds, and where. */
  matches: SearchMatch[]
}

/** A word of the query (in its canonical form) that stands in a result. */
export interface SearchMatch {
  term: string
  field: 'title' | 'headings' | 'body'
  /** In the body: UTF-16 offsets into the document's stored text, every place. */
  spans: { start: number; end: number }[]
}

/** A passage that a result stands for besides its own. */
export interface FoldedPassage {
  documentId: string
  passageId: string
  title: string
  uri: string
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
  /** The passages whose text, with what stands between them, is `text`; in order. One, unless neighbours were merged. */
  passages: { passageId: string; start: number; end: number }[]
  /** Passages that say the same (nearly) and were left out for it. */
  duplicates: FoldedPassage[]
  /** What an editor wrote of it, and what the source says there; absent where it is the source's own words. */
  edits?: ShownEdit[]
}

export interface SearchResponse {
  query: string
  results: SearchResult[]
  generation: string
  /** What was left out of the search because something failed, as when the reranker is down; absent when nothing was. */
  warnings?: ErrorBody[]
  /** Milliseconds by stage. */
  timings: Record<string, number>
}
