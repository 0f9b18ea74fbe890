import {
  type Embedder,
  parseQuestion,
  type Reranker,
  type SearchFilters,
  type SearchResponse,
  ShuttenError,
} from '@shutten/core'
import type { ServingGenerations } from '../generations/create-serving-generations.js'
import { refineResults } from '../refine/refine-results.js'
import { defaultRetrievalSettings, type RetrievalSettings } from './retrieval-settings.js'
import { retrievePassages } from './retrieve-passages.js'

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

export interface Searcher {
  /**
   * The best k passages for a query.
   * Errors: QUESTION_EMPTY, QUESTION_TOO_LONG; FILTER_INVALID; INPUT_INVALID when k is not 1 to 100; INDEX_EMPTY,
   * INDEX_DAMAGED, GENERATION_NOT_FOUND; those of the embedder and the reranker.
   */
  search(options: SearchOptions): Promise<SearchResponse>
}

export function createSearcher(options: {
  generations: ServingGenerations
  embedder: Embedder
  reranker: Reranker | null
  settings?: Partial<RetrievalSettings>
}): Searcher {
  const settings = { ...defaultRetrievalSettings, ...options.settings }
  return {
    async search({ query: input, k = 10, filters, rerank = true, rerankBudgetMs, signal }) {
      const query = parseQuestion(input)
      if (!Number.isInteger(k) || k < 1 || k > 100)
        throw new ShuttenError({
          code: 'INPUT_INVALID',
          message: `k is ${k}; it must be a whole number from 1 to 100.`,
          suggestion: 'Ask for between 1 and 100 results.',
        })
      const timings: Record<string, number> = {}
      const started = performance.now()
      const { generation, release } = await options.generations.acquire()
      try {
        const found = await retrievePassages({
          generation,
          embedder: options.embedder,
          reranker: rerank ? options.reranker : null,
          query,
          k,
          settings,
          filters: filters ?? null,
          ...(rerankBudgetMs !== undefined && { rerankBudgetMs }),
          ...(signal && { signal }),
          timings,
        })
        const results = refineResults({ found, generation, query, k, isReranked: rerank && options.reranker !== null })
        timings.total = performance.now() - started
        return { query, results, generation: generation.id, timings }
      } finally {
        release()
      }
    },
  }
}
