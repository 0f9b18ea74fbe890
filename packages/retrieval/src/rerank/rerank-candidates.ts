import type { GenerationPassage, Reading, Reranker } from '@shutten/core'
import type { Fused } from '../search/fuse.js'
import type { RetrievalSettings } from '../search/retrieval-settings.js'

export interface RetrievedPassage {
  passage: GenerationPassage
  /** What the list is ordered by. */
  score: number
  fused: Fused
  /** The reranker's probability; null where it did not score the passage. */
  reranked: number | null
  /** What the reader read of the whole passage; null where it was not asked. */
  reading: Reading | null
}

/**
 * Orders candidates by the reranker's probability and the fused score together. What it did not score, being too far
 * down or out of time, keeps its fused place behind what it did.
 */
export async function rerankCandidates(options: {
  reranker: Reranker | null
  query: string
  candidates: readonly { passage: GenerationPassage; fused: Fused }[]
  settings: RetrievalSettings
  budgetMs?: number
  signal?: AbortSignal
}): Promise<RetrievedPassage[]> {
  const { reranker, query, candidates, settings, budgetMs, signal } = options
  const found = candidates.map(
    (candidate): RetrievedPassage => ({
      ...candidate,
      score: settings.fusedWeight * candidate.fused.score,
      reranked: null,
      reading: null,
    }),
  )
  const first = found.slice(0, settings.rerankFirst)
  if (!reranker || first.length === 0) return found
  const scores = await reranker.rerank({
    query,
    passages: first.map(({ passage }) => passage),
    ...(budgetMs !== undefined && { budgetMs }),
    ...(signal && { signal }),
  })
  const scored: RetrievedPassage[] = []
  const unscored: RetrievedPassage[] = []
  first.forEach((hit, i) => {
    const score = scores[i]
    if (!score) unscored.push(hit)
    else
      scored.push({
        ...hit,
        score: score.probability + hit.score,
        reranked: score.probability,
        reading: score.reading ?? null,
      })
  })
  scored.sort((a, b) => b.score - a.score || a.passage.ordinal - b.passage.ordinal)
  return [...scored, ...unscored, ...found.slice(settings.rerankFirst)]
}
