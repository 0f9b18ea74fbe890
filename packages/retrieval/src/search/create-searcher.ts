import {
  type Embedder,
  parseQuestion,
  parseSearchFilters,
  type Reranker,
  type SearchFilters,
  type SearchResponse,
  ShuttenError,
} from '@shutten/core'
import type { ServingGenerations } from '../generations/create-serving-generations.js'
import { refineDepth } from '../refine/refine-depth.js'
import { refineResults } from '../refine/refine-results.js'
import type { SynonymSource } from '../synonyms/synonym-source.js'
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
   * The best k passages for a query. A reranker that is down leaves the fused order, and `warnings` says so.
   * Errors: QUESTION_EMPTY, QUESTION_TOO_LONG; FILTER_INVALID; INPUT_INVALID when k is not 1 to 100 or the budget is
   * no time; INDEX_EMPTY, INDEX_DAMAGED, GENERATION_NOT_FOUND; those of the embedder and of a reranker on this machine.
   */
  search(options: SearchOptions): Promise<SearchResponse>
}

export function createSearcher(options: {
  generations: ServingGenerations
  embedder: Embedder
  reranker: Reranker | null
  /** Other names that are searched for too. */
  synonyms?: SynonymSource | null
  settings?: Partial<RetrievalSettings>
}): Searcher {
  const settings = { ...defaultRetrievalSettings, ...options.settings }
  return {
    async search({ query: input, k = 10, filters: narrowing, rerank = true, rerankBudgetMs, signal }) {
      const query = parseQuestion(input)
      if (!Number.isInteger(k) || k < 1 || k > 100)
        throw new ShuttenError({
          code: 'INPUT_INVALID',
          message: `k is ${k}; it must be a whole number from 1 to 100.`,
          suggestion: 'Ask for between 1 and 100 results.',
        })
      if (rerankBudgetMs !== undefined && !(Number.isFinite(rerankBudgetMs) && rerankBudgetMs >= 0))
        throw new ShuttenError({
          code: 'INPUT_INVALID',
          message: `The time for reranking is ${rerankBudgetMs}; it must be 0 milliseconds or more.`,
          suggestion: 'Give the budget in milliseconds, or leave it out for none.',
        })
      const filters = parseSearchFilters(narrowing)
      const timings: Record<string, number> = {}
      const started = performance.now()
      const { generation, release } = await options.generations.acquire()
      try {
        const { found, reranker, warning } = await retrievePassages({
          generation,
          embedder: options.embedder,
          reranker: rerank ? options.reranker : null,
          query,
          k: refineDepth(k),
          settings,
          filters,
          synonyms: options.synonyms ?? null,
          ...(rerankBudgetMs !== undefined && { rerankBudgetMs }),
          ...(signal && { signal }),
          timings,
        })
        const refining = performance.now()
        const results = refineResults({ found, query, k, isReranked: reranker !== null })
        timings.refine = performance.now() - refining
        timings.total = performance.now() - started
        return { query, results, generation: generation.id, ...(warning && { warnings: [warning] }), timings }
      } finally {
        release()
      }
    },
  }
}
