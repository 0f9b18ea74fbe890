import type { Generation, SearchResult } from '@shutten/core'
import type { RetrievedPassage } from '../rerank/rerank-candidates.js'

/** What was retrieved, as results that a person reads. */
export function refineResults(options: {
  found: readonly RetrievedPassage[]
  generation: Generation
  query: string
  k: number
  isReranked: boolean
}): SearchResult[] {
  return options.found.slice(0, options.k).map(({ passage, score, fused, reranked }, i): SearchResult => {
    const { id: passageId, documentId, versionId, title, headingPath, uri, language, start, end, text } = passage
    return {
      rank: i + 1,
      documentId,
      passageId,
      versionId,
      title,
      headingPath,
      uri,
      language,
      start,
      end,
      text,
      score,
      signals: {
        dense: fused.dense,
        lexical: fused.lexical,
        fused: fused.score,
        ...(options.isReranked ? { reranker: reranked } : {}),
        matches: [],
      },
      passages: [{ passageId, start, end }],
      duplicates: [],
    }
  })
}
