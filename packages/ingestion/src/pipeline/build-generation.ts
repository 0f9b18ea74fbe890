import {
  type Embedder,
  type GenerationStore,
  type IngestionRepository,
  ShuttenError,
  type StagedVersion,
} from '@shutten/core'
import type { IngestProgress } from './create-ingest-progress.js'
import { dropGenerations } from './drop-generations.js'
import { embedPassages } from './embed-passages.js'

/**
 * Builds the next generation beside the serving one, verifies it, and switches to it in one transaction. Until the
 * switch nothing that serves has changed; after it the old generations go, but for the one that served before
 * (`keepPrevious`). Returns the new generation's id and counts.
 *
 * Errors: INDEX_DAMAGED when the new generation does not verify; those of the embedder, the store and the records.
 */
export async function buildGeneration(options: {
  id: string
  records: IngestionRepository
  generations: GenerationStore
  embedder: Embedder
  chunker: string
  versions: readonly StagedVersion[]
  keepPrevious: boolean
  progress: IngestProgress
  signal?: AbortSignal
  beforeSwitch?: () => Promise<void>
}): Promise<{ generation: string; documents: number; passages: number }> {
  const { id, records, generations, embedder, versions, progress, signal } = options
  const versionIds = versions.map(({ versionId }) => versionId)
  const passages = await records.countPassages(versionIds)
  progress.set({ phase: 'embedding', passages: { done: 0, total: passages } })
  const previous = await records.findServing()
  try {
    await build({ ...options, versionIds, passages })
    progress.set({ phase: 'switching' })
    signal?.throwIfAborted()
    await options.beforeSwitch?.()
    await records.switchTo({
      generationId: id,
      versions,
      counts: { documents: versions.length, passages },
      embedder: embedder.id,
    })
  } catch (error) {
    // A switch may have been committed though its answer got lost. What cannot be removed now is removed by the next run.
    const serving = await records.findServing().catch(() => ({ id }))
    if (serving?.id !== id) await generations.remove(id).catch(() => {})
    throw error
  }
  await dropGenerations({ records, generations, keep: previous && options.keepPrevious ? [id, previous.id] : [id] })
  return { generation: id, documents: versions.length, passages }
}

async function build(options: {
  id: string
  records: IngestionRepository
  generations: GenerationStore
  embedder: Embedder
  chunker: string
  versionIds: readonly string[]
  passages: number
  progress: IngestProgress
  signal?: AbortSignal
}): Promise<void> {
  const { id, records, generations, embedder, chunker, versionIds, passages, progress, signal } = options
  let embedded = 0
  const entries = embedPassages({
    records,
    embedder,
    versionIds,
    ...(signal && { signal }),
    onEmbedded(count) {
      embedded += count
      progress.set({ phase: embedded < passages ? 'embedding' : 'building', passages: { done: embedded } })
    },
  })
  const manifest = await generations.build({
    id,
    embedder: { id: embedder.id, dimension: embedder.limits.dimension },
    chunker,
    passages,
    entries,
    ...(signal && { signal }),
  })
  progress.set({ phase: 'verifying' })
  const { counts } = manifest
  const problems = await generations.verify(id)
  for (const kind of ['passages', 'vectors', 'lexical'] as const)
    if (counts[kind] !== passages) problems.push(`${counts[kind]} ${kind} of ${passages}`)
  if (problems.length > 0)
    throw new ShuttenError({
      code: 'INDEX_DAMAGED',
      message: `The new index is not whole: ${problems.join('; ')}.`,
      suggestion: 'What served before still serves. Run the command again; if it happens again, check the disk.',
    })
}
