import { setImmediate } from 'node:timers/promises'
import { type Embedder, type Generation, type SearchFilters, ShuttenError } from '@shutten/core'
import type { SynonymSource } from '../synonyms/synonym-source.js'
import { type Fused, fuse } from './fuse.js'
import type { RetrievalSettings } from './retrieval-settings.js'

/**
 * Dense and lexical search over one generation, fused, best first; both see only what the filters let through.
 * Errors: EMBEDDER_MISMATCH when the generation was made by another embedder; those of the embedder and the synonyms;
 * INDEX_DAMAGED.
 *
 * @param options.depth how many are wanted; each side gives `settings.candidates` or, when more are wanted, as many
 */
export async function findCandidates(options: {
  generation: Generation
  embedder: Embedder
  query: string
  depth: number
  settings: RetrievalSettings
  filters?: SearchFilters | null
  synonyms?: SynonymSource | null
  signal?: AbortSignal
  timings: Record<string, number>
}): Promise<Fused[]> {
  const { generation, query, settings, filters, signal, timings } = options
  const indexedBy = generation.manifest.embedder.id
  if (indexedBy !== options.embedder.id)
    throw new ShuttenError({
      code: 'EMBEDDER_MISMATCH',
      message: `The index was made by the embedder ${indexedBy}; ${options.embedder.id} is configured.`,
      suggestion: 'Run `pnpm shutten reindex`, or set SHUTTEN_EMBEDDER back to what it was.',
    })
  const clock = <T>(stage: string, started: number, value: T): T => {
    timings[stage] = (timings[stage] ?? 0) + performance.now() - started
    return value
  }
  const within = filters ? generation.findOrdinals(filters) : undefined
  if (within?.size === 0) return []
  const k = Math.max(settings.candidates, options.depth)
  const [vector, lexical] = await Promise.all([embed(), searchWords()])
  const started = performance.now()
  const dense = clock('dense', started, generation.vectors.search({ vector, k, within }))
  return fuse({
    dense: dense.map((hit) => ({ ordinal: hit.ordinal, value: hit.similarity })),
    lexical: lexical.map((hit) => ({ ordinal: hit.ordinal, value: hit.score, share: hit.share })),
    denseWeight: settings.denseWeight,
  })

  async function embed() {
    const started = performance.now()
    return clock('embed', started, await options.embedder.embedQuery(query, { signal }))
  }

  async function searchWords() {
    const also = (await options.synonyms?.find(query)) ?? []
    // The query leaves for the model's thread first: the words are searched while it is embedded.
    await setImmediate()
    const started = performance.now()
    return clock('lexical', started, generation.lexical.search({ text: query, k, within, also }))
  }
}
