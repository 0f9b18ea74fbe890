import type { SearchResult } from '@shutten/core'
import type { RetrievedPassage } from '../rerank/rerank-candidates.js'
import { createMatchFinder } from './create-match-finder.js'
import { foldDuplicates } from './fold-duplicates.js'
import { mergeNeighbours } from './merge-neighbours.js'
import { refineLimits } from './refine-limits.js'
import { spreadDocuments } from './spread-documents.js'
import { toSearchResult } from './to-search-result.js'

/**
 * What was retrieved, as results that a person reads: what says the same folded into one, neighbours joined, a broad
 * query's results spread over documents, and each with what speaks for it.
 *
 * @param options.found best first; `refineDepth(k)` of them, that k are left
 */
export function refineResults(options: {
  found: readonly RetrievedPassage[]
  query: string
  k: number
  isReranked: boolean
}): SearchResult[] {
  const { found, query, k, isReranked } = options
  const groups = spreadDocuments({
    groups: mergeNeighbours(foldDuplicates(found), refineLimits.merge),
    query,
    k,
    limits: refineLimits.spread,
  })
  const findMatches = createMatchFinder(query)
  return groups.slice(0, k).map((group, i) => toSearchResult({ group, rank: i + 1, findMatches, isReranked }))
}
