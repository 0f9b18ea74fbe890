import type { DocumentInterface } from '@langchain/core/documents'
import type { VectorStoreInterface } from '@langchain/core/vectorstores'
import type { GenerationPassage, SearchFilters } from '@shutten/core'
import { acceptsPassage } from './accepts-passage.js'
import { toPassage } from './to-passage.js'

/** Documents that are fetched at most where a store takes no filter and few of them pass. */
const mostFetched = 1_000

export interface StoreHit {
  passage: GenerationPassage
  /** What the store says of it. */
  score: number
}

/**
 * The best documents of a store that filters let through, in the store's order. A store that takes functions is given
 * one; of any other more and more are fetched, up to 1,000, until enough have passed.
 */
export async function findInStore(options: {
  store: VectorStoreInterface
  query: string
  depth: number
  filters: SearchFilters | null
  takesFunctions: boolean
}): Promise<StoreHit[]> {
  const { store, query, depth, filters, takesFunctions } = options
  const accepts = (document: DocumentInterface) => !filters || acceptsPassage(filters, toPassage(document, 0))
  const filter = filters && takesFunctions ? accepts : undefined
  for (let wanted = depth; ; wanted = Math.min(mostFetched, wanted * 4)) {
    const found = await store.similaritySearchWithScore(query, wanted, filter)
    const accepted = found.filter(([document]) => accepts(document))
    if (accepted.length >= depth || found.length < wanted || filter || wanted >= mostFetched)
      return accepted
        .slice(0, depth)
        .map(([document, score], ordinal) => ({ passage: toPassage(document, ordinal), score }))
  }
}
