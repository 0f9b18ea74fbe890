import type { SearchFilters } from '@shutten/core'

export interface SearchOptions {
  query: string
  /** 1 to 100; 10 unless told. */
  k?: number
  filters?: SearchFilters | null
  /** False leaves the reranker out. */
  rerank?: boolean
  /** Milliseconds that reranking may take; without it all of the first candidates are scored. */
  rerankBudgetMs?: number
  signal?: AbortSignal
}
