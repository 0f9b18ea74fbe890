import {
  type Embedder,
  type Generation,
  type GenerationPassage,
  type Reader,
  type Reading,
  ShuttenError,
} from '@shutten/core'
import { type Fused, fuse } from './fuse.js'
import { contextOf, readInContext } from './read-in-context.js'
import { sigmoid } from './sigmoid.js'

export interface RetrievedPassage {
  passage: GenerationPassage
  /** What the list is ordered by. */
  score: number
  fused: Fused
  /** Null where the reader was not asked (beyond the first `rerankFirst`). */
  reading: Reading | null
}

export interface RetrievalSettings {
  /** Candidates taken from each side before fusion. */
  candidates: number
  /** Share of the dense side in the fused score, 0 to 1. */
  denseWeight: number
  /** Passages of the fused list that the reader scores; 0 for none. */
  rerankFirst: number
  /** Weight of the fused score beside the reader's probability. */
  fusedWeight: number
}

/** Starting point as measured on JSQuAD and JaQuAD (docs/evaluation.md). */
export const defaultRetrievalSettings: RetrievalSettings = {
  candidates: 100,
  denseWeight: 0.5,
  rerankFirst: 8,
  fusedWeight: 0.5,
}

/**
 * Dense and lexical search over one generation, fused, the first ones reranked by the reader.
 * Errors: EMBEDDER_MISMATCH when the generation was made by another embedder; those of embedder and reader; INDEX_DAMAGED.
 */
export async function retrievePassages(options: {
  generation: Generation
  embedder: Embedder
  reader: Reader | null
  query: string
  k: number
  settings?: RetrievalSettings
  signal?: AbortSignal
  timings?: Record<string, number>
}): Promise<RetrievedPassage[]> {
  const { generation, query, k, signal, timings = {} } = options
  const settings = options.settings ?? defaultRetrievalSettings
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

  let started = performance.now()
  const vector = clock('embed', started, await options.embedder.embedQuery(query, { signal }))
  const depth = Math.max(settings.candidates, k)
  started = performance.now()
  const dense = clock('dense', started, generation.vectors.search({ vector, k: depth }))
  started = performance.now()
  const lexical = clock('lexical', started, generation.lexical.search({ text: query, k: depth }))
  const fused = fuse({
    dense: dense.map((hit) => ({ ordinal: hit.ordinal, value: hit.similarity })),
    lexical: lexical.map((hit) => ({ ordinal: hit.ordinal, value: hit.score })),
    denseWeight: settings.denseWeight,
  }).slice(0, Math.max(k, settings.rerankFirst))

  const passages = new Map(generation.getPassages(fused.map((hit) => hit.ordinal)).map((p) => [p.ordinal, p]))
  const found = fused.flatMap((hit): RetrievedPassage[] => {
    const passage = passages.get(hit.ordinal)
    return passage ? [{ passage, score: settings.fusedWeight * hit.score, fused: hit, reading: null }] : []
  })
  if (!options.reader || settings.rerankFirst === 0) return found.slice(0, k)

  const first = found.slice(0, settings.rerankFirst)
  started = performance.now()
  const readings = clock(
    'rerank',
    started,
    await readInContext({
      reader: options.reader,
      question: query,
      texts: first.map(({ passage }) => ({ context: contextOf(passage, passage.text), text: passage.text })),
      signal,
    }),
  )
  const reranked = first.map((hit, i): RetrievedPassage => {
    const reading = readings[i] as Reading
    return { ...hit, reading, score: sigmoid(reading.relevance) + settings.fusedWeight * hit.fused.score }
  })
  reranked.sort((a, b) => b.score - a.score || a.passage.ordinal - b.passage.ordinal)
  // What the reader has not seen keeps its fused place, behind what it has.
  return [...reranked, ...found.slice(settings.rerankFirst)].slice(0, k)
}
