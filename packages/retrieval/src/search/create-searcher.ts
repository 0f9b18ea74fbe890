import type { Embedder, Reranker, SearchResponse } from '@shutten/core'
import type { ServingGenerations } from '../generations/create-serving-generations.js'
import { focusQuery } from '../question/focus-query.js'
import { refineDepth } from '../refine/refine-depth.js'
import { refineResults } from '../refine/refine-results.js'
import type { SynonymSource } from '../synonyms/synonym-source.js'
import { parseSearchOptions } from './parse-search-options.js'
import { defaultRetrievalSettings, type RetrievalSettings } from './retrieval-settings.js'
import { retrievePassages } from './retrieve-passages.js'
import type { SearchOptions } from './search-options.js'

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
    async search(asked) {
      const { query, k, filters, rerank } = parseSearchOptions(asked)
      const focused = focusQuery(query)
      const { rerankBudgetMs, signal } = asked
      const timings: Record<string, number> = {}
      const started = performance.now()
      const { generation, release } = await options.generations.acquire()
      try {
        const { found, reranker, warning } = await retrievePassages({
          generation,
          embedder: options.embedder,
          reranker: rerank ? options.reranker : null,
          query: focused,
          k: refineDepth(k),
          settings,
          filters,
          synonyms: options.synonyms ?? null,
          ...(rerankBudgetMs !== undefined && { rerankBudgetMs }),
          ...(signal && { signal }),
          timings,
        })
        const refining = performance.now()
        const results = refineResults({ found, query: focused, k, isReranked: reranker !== null })
        timings.refine = performance.now() - refining
        timings.total = performance.now() - started
        return { query, results, generation: generation.id, ...(warning && { warnings: [warning] }), timings }
      } finally {
        release()
      }
    },
  }
}
