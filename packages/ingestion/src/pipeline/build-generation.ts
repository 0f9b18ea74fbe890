import {
  type CopiedEntry,
  type Embedder,
  type Generation,
  type GenerationEntry,
  type GenerationStore,
  type IngestionRepository,
  ShuttenError,
  type StagedVersion,
} from '@shutten/core'
import type { IngestProgress } from './create-ingest-progress.js'
import { dropGenerations } from './drop-generations.js'
import { embedPassages } from './embed-passages.js'
import { type GenerationPlan, planGeneration } from './plan-generation.js'

/** Entries given to the store at once. */
const entriesPerBatch = 256

interface BuildOptions {
  id: string
  records: IngestionRepository
  generations: GenerationStore
  embedder: Embedder
  chunker: string
  versions: readonly StagedVersion[]
  keepPrevious: boolean
  /** Nothing is taken over from the generation that serves. */
  isAnew?: boolean
  progress: IngestProgress
  signal?: AbortSignal
  beforeSwitch?: () => Promise<void>
  jobId?: string
}

/**
 * Builds the next generation beside the serving one, verifies it, and switches to it in one transaction. Passages that
 * the serving one holds just so, made in the same way, are taken over from it: what they cost once is not paid again. Until the
 * switch nothing that serves has changed; after it the old generations go, but for the one that served before
 * (`keepPrevious`). Returns the new generation's id and counts.
 *
 * Errors: INDEX_DAMAGED when the new generation does not verify; those of the embedder, the store and the records.
 */
export async function buildGeneration(
  options: BuildOptions,
): Promise<{ generation: string; documents: number; passages: number }> {
  const { id, records, generations, embedder, versions, progress, signal } = options
  const previous = await records.findServing()
  const source = options.isAnew || !previous ? null : await findSource({ ...options, servingId: previous.id })
  let passages = 0
  try {
    const plan = await planGeneration({ previous: source, versions, countPassages: records.countPassages })
    passages = plan.slots.length
    progress.set({ phase: 'embedding', passages: { done: plan.kept, total: passages } })
    await build({ ...options, plan, source })
    progress.set({ phase: 'switching' })
    signal?.throwIfAborted()
    await options.beforeSwitch?.()
    await records.switchTo({
      generationId: id,
      versions,
      counts: { documents: versions.length, passages },
      embedder: embedder.id,
      ...(options.jobId !== undefined && { jobId: options.jobId }),
    })
  } catch (error) {
    // A switch may have been committed though its answer got lost. What cannot be removed now is removed by the next run.
    const serving = await records.findServing().catch(() => ({ id }))
    if (serving?.id !== id) await generations.remove(id).catch(() => {})
    throw error
  } finally {
    source?.close()
  }
  await dropGenerations({ records, generations, keep: previous && options.keepPrevious ? [id, previous.id] : [id] })
  return { generation: id, documents: versions.length, passages }
}

/** The serving generation, where the next one can be made from it: it was made in the same way, and is whole. */
async function findSource(options: BuildOptions & { servingId: string }): Promise<Generation | null> {
  const { servingId, generations, embedder, chunker } = options
  const manifest = (await generations.list()).find(({ id }) => id === servingId)?.manifest
  const isAlike =
    manifest?.embedder.id === embedder.id &&
    manifest.chunker === chunker &&
    manifest.lexical === generations.lexicalVersion
  if (!isAlike || (await generations.verify(servingId)).length > 0) return null
  return generations.open(servingId)
}

async function build(options: BuildOptions & { plan: GenerationPlan; source: Generation | null }): Promise<void> {
  const { id, generations, embedder, chunker, plan, source, progress, signal } = options
  const passages = plan.slots.length
  const manifest = await generations.build({
    id,
    embedder: { id: embedder.id, dimension: embedder.limits.dimension },
    chunker,
    passages,
    entries: listEntries(options),
    ...(source && plan.kept > 0 && { previous: source.id }),
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

/** By ordinal, what is taken over and what is embedded. */
async function* listEntries(
  options: BuildOptions & { plan: GenerationPlan },
): AsyncGenerator<(GenerationEntry | CopiedEntry)[]> {
  const { records, embedder, plan, progress, signal } = options
  const passages = plan.slots.length
  let done = plan.kept
  const embedded = embedPassages({
    records,
    embedder,
    versionIds: plan.newVersionIds,
    ...(signal && { signal }),
    onEmbedded(count) {
      done += count
      progress.set({ phase: done < passages ? 'embedding' : 'building', passages: { done } })
    },
  })
  if (done === passages) progress.set({ phase: 'building' })
  let fresh: GenerationEntry[] = []
  let batch: (GenerationEntry | CopiedEntry)[] = []
  try {
    for (const from of plan.slots) {
      if (from !== null) batch.push({ from })
      else {
        while (fresh.length === 0) {
          const next = await embedded.next()
          if (next.done) break
          fresh = next.value
        }
        const entry = fresh.shift()
        // The store tells that entries are missing, and how many.
        if (!entry) break
        batch.push(entry)
      }
      if (batch.length < entriesPerBatch) continue
      yield batch
      batch = []
    }
    if (batch.length > 0) yield batch
  } finally {
    await embedded.return(undefined)
  }
}
