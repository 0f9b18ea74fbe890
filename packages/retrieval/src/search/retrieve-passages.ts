import type { Embedder, Generation, Reranker, SearchFilters } from '@shutten/core'
import { type RerankedCandidates, rerankCandidates } from '../rerank/rerank-candidates.js'
import type { SynonymSource } from '../synonyms/synonym-source.js'
import { findCandidates } from './find-candidates.js'
import type { RetrievalSettings } from './retrieval-settings.js'
import { withAlike } from './with-alike.js'

/**
 * The k best passages of a generation: found by meaning and by words, fused, the first ones reranked.
 * Errors: those of `findCandidates` and of the reranker, but that it is unavailable: then the fused order stays.
 *
 * @param options.rerankBudgetMs milliseconds that reranking may take; without it all of the first ones are scored
 */
export async function retrievePassages(options: {
  generation: Generation
  embedder: Embedder
  reranker: Reranker | null
  query: string
  k: number
  settings: RetrievalSettings
  filters?: SearchFilters | null
  synonyms?: SynonymSource | null
  rerankBudgetMs?: number
  signal?: AbortSignal
  timings?: Record<string, number>
}): Promise<RerankedCandidates> {
  const { generation, reranker, query, k, settings, rerankBudgetMs, signal, timings = {} } = options
  const depth = Math.max(k, reranker ? settings.rerankFirst : 0)
  const fused = (await findCandidates({ ...options, depth, timings })).slice(0, depth)
  const passages = new Map(generation.getPassages(fused.map((hit) => hit.ordinal)).map((p) => [p.ordinal, p]))
  const candidates = fused.flatMap((hit) => {
    const passage = passages.get(hit.ordinal)
    return passage ? [{ passage, fused: hit }] : []
  })
  const started = performance.now()
  const ranked = await rerankCandidates({
    reranker,
    query,
    candidates,
    settings,
    ...(rerankBudgetMs !== undefined && { budgetMs: rerankBudgetMs }),
    ...(signal && { signal }),
  })
  if (reranker) timings.rerank = (timings.rerank ?? 0) + performance.now() - started
  return { ...ranked, found: withAlike({ generation, found: ranked.found.slice(0, k), filters: options.filters }) }
}
