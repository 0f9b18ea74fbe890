import { type ErrorBody, type GenerationPassage, isShuttenError, type Reading, type Reranker } from '@shutten/core'
import type { Fused } from '../search/fuse.js'
import type { RetrievalSettings } from '../search/retrieval-settings.js'
import { mergeScored } from './merge-scored.js'

export interface RetrievedPassage {
  passage: GenerationPassage
  /** What the list is ordered by. */
  score: number
  fused: Fused
  /** The reranker's probability; null where it did not score the passage. */
  reranked: number | null
  /** Why a reranker that ran did not score the passage. */
  skipped: 'beyond-depth' | 'out-of-time' | null
  /** What the reader read of the whole passage; null where it was not asked. */
  reading: Reading | null
  /** Passages that say the same and are found by this one, as far as the filters let them through. */
  alike?: readonly GenerationPassage[]
}

export interface RerankedCandidates {
  found: RetrievedPassage[]
  /** Its id where the reranker ran; null where there is none, it has nothing to say of such a query, or it failed. */
  reranker: string | null
  /** Why it failed: the order is then the fused one. */
  warning: ErrorBody | null
}

/**
 * Orders the first candidates by the reranker's probability and the fused score together. What it did not score, being
 * too far down or out of time, keeps its fused place. A reranker behind a network that is down costs the reranking, not
 * the search: the fused order stays and `warning` says so.
 * Errors: those of the reranker but RERANKER_UNAVAILABLE.
 *
 * @param options.candidates in the order of their fused score, best first
 */
export async function rerankCandidates(options: {
  reranker: Reranker | null
  query: string
  candidates: readonly { passage: GenerationPassage; fused: Fused }[]
  settings: Pick<RetrievalSettings, 'rerankFirst' | 'fusedWeight'>
  budgetMs?: number
  signal?: AbortSignal
}): Promise<RerankedCandidates> {
  const { reranker, query, candidates, settings, budgetMs, signal } = options
  const fused = candidates.map(
    (candidate): RetrievedPassage => ({
      ...candidate,
      score: settings.fusedWeight * candidate.fused.score,
      reranked: null,
      skipped: null,
      reading: null,
    }),
  )
  if (!reranker || reranker.accepts?.(query) === false) return { found: fused, reranker: null, warning: null }
  const first = fused.slice(0, settings.rerankFirst)
  let scores: Awaited<ReturnType<Reranker['rerank']>>
  try {
    scores =
      first.length === 0
        ? []
        : await reranker.rerank({
            query,
            passages: first.map(({ passage }) => passage),
            ...(budgetMs !== undefined && { budgetMs }),
            ...(signal && { signal }),
          })
  } catch (error) {
    if (!isShuttenError(error) || error.code !== 'RERANKER_UNAVAILABLE') throw error
    return { found: fused, reranker: null, warning: error.toJSON() }
  }
  const judged = fused.map((hit, i): RetrievedPassage => {
    const score = scores[i]
    if (!score) return { ...hit, skipped: i < first.length ? 'out-of-time' : 'beyond-depth' }
    return { ...hit, score: score.probability + hit.score, reranked: score.probability, reading: score.reading ?? null }
  })
  const found = mergeScored({
    items: judged,
    scores: judged.map(({ reranked, score }) => (reranked === null ? null : score)),
  })
  return { found, reranker: reranker.id, warning: null }
}
