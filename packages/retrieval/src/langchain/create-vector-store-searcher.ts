import type { VectorStoreInterface } from '@langchain/core/vectorstores'
import { type Reranker, toAbortError } from '@shutten/core'
import { toSearchResult } from '../refine/to-search-result.js'
import { rerankCandidates } from '../rerank/rerank-candidates.js'
import type { Searcher } from '../search/create-searcher.js'
import { fuse } from '../search/fuse.js'
import { parseSearchOptions } from '../search/parse-search-options.js'
import { defaultRetrievalSettings, type RetrievalSettings } from '../search/retrieval-settings.js'
import { findInStore } from './find-in-store.js'

/** LangChain's stores agree neither on what a score is nor on filters; these two are known. */
const knownStores: Record<string, { scores: 'similarity' | 'distance'; takesFunctions: boolean }> = {
  memory: { scores: 'similarity', takesFunctions: true },
  hnswlib: { scores: 'distance', takesFunctions: true },
}

/**
 * Searches any LangChain `VectorStore` as Shutten searches its own index: by the store's similarity, then by the
 * reranker. Documents that Shutten made keep their place in the source; those from elsewhere stand for themselves.
 * `generation` names the store's kind.
 * Errors (of `search`): QUESTION_EMPTY, QUESTION_TOO_LONG, FILTER_INVALID, INPUT_INVALID, CANCELLED; what the store
 * throws; those of a reranker on this machine.
 *
 * @param options.scores what the store gives: cosines, or cosine distances. Known of MemoryVectorStore and HNSWLib;
 *   `similarity` for any other unless told
 * @param options.takesFunctions the store's filter is a function of the document. Known of the same two; otherwise
 *   filters are applied to what was fetched, more and more of it, up to 1,000 documents
 */
export function createVectorStoreSearcher(options: {
  store: VectorStoreInterface
  reranker?: Reranker | null
  settings?: Partial<RetrievalSettings>
  scores?: 'similarity' | 'distance'
  takesFunctions?: boolean
}): Searcher {
  const { store } = options
  const settings = { ...defaultRetrievalSettings, ...options.settings }
  const kind = store._vectorstoreType()
  const known = knownStores[kind]
  const scores = options.scores ?? known?.scores ?? 'similarity'
  const takesFunctions = options.takesFunctions ?? known?.takesFunctions ?? false
  return {
    async search(asked) {
      const { query, k, filters, rerank } = parseSearchOptions(asked)
      const { rerankBudgetMs, signal } = asked
      if (signal?.aborted) throw toAbortError(signal)
      const reranker = rerank ? (options.reranker ?? null) : null
      const started = performance.now()
      const depth = Math.max(k, reranker ? settings.rerankFirst : 0)
      const hits = await findInStore({ store, query, depth, filters, takesFunctions })
      const timings: Record<string, number> = { dense: performance.now() - started }
      if (signal?.aborted) throw toAbortError(signal)

      const fused = fuse({
        dense: hits.map(({ score }, ordinal) => ({ ordinal, value: scores === 'distance' ? 1 - score : score })),
        lexical: [],
        denseWeight: 1,
      })
      const begun = performance.now()
      const reranked = await rerankCandidates({
        reranker,
        query,
        candidates: fused.flatMap((one) => {
          const hit = hits[one.ordinal]
          return hit ? [{ passage: hit.passage, fused: one }] : []
        }),
        settings,
        ...(rerankBudgetMs !== undefined && { budgetMs: rerankBudgetMs }),
        ...(signal && { signal }),
      })
      if (reranker) timings.rerank = performance.now() - begun
      const results = reranked.found.slice(0, k).map((best, i) =>
        toSearchResult({
          group: { best, parts: [best.passage], duplicates: [] },
          rank: i + 1,
          isReranked: reranked.reranker !== null,
          findMatches: () => [],
        }),
      )
      timings.total = performance.now() - started
      const { warning } = reranked
      return { query, results, generation: `langchain:${kind}`, ...(warning && { warnings: [warning] }), timings }
    },
  }
}
