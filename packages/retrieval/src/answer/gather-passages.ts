import type { Embedder, Generation, Reranker, SearchFilters } from '@shutten/core'
import type { AnalyzedQuestion } from '../question/analyze-question.js'
import type { RerankedCandidates } from '../rerank/rerank-candidates.js'
import type { RetrievalSettings } from '../search/retrieval-settings.js'
import { retrievePassages } from '../search/retrieve-passages.js'
import type { SynonymSource } from '../synonyms/synonym-source.js'

/** Passages for each question, in the order of the questions. */
export async function gatherPassages(options: {
  generation: Generation
  embedder: Embedder
  reranker: Reranker | null
  filters?: SearchFilters | null
  synonyms?: SynonymSource | null
  questions: readonly AnalyzedQuestion[]
  settings: RetrievalSettings
  signal?: AbortSignal
  timings: Record<string, number>
}): Promise<RerankedCandidates[]> {
  const { questions, settings, ...rest } = options
  const gathered: RerankedCandidates[] = []
  for (const question of questions)
    gathered.push(await retrievePassages({ ...rest, query: question.text, k: settings.rerankFirst || 8, settings }))
  return gathered
}
