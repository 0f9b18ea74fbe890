import type { Generation, SearchFilters } from '@shutten/core'
import type { RetrievedPassage } from '../rerank/rerank-candidates.js'

/** What was found with all that say the same, as far as the filters let them through. */
export function withAlike(options: {
  generation: Generation
  found: readonly RetrievedPassage[]
  filters?: SearchFilters | null | undefined
}): RetrievedPassage[] {
  const { generation, found, filters } = options
  if (generation.manifest.counts.linked === 0) return [...found]
  const within = filters ? generation.findOrdinals(filters) : null
  return found.map((hit) => {
    const others = generation.listAlike(hit.passage.ordinal).filter((ordinal) => !within || within.has(ordinal))
    return others.length > 0 ? { ...hit, alike: generation.getPassages(others) } : hit
  })
}
