import {
  type Embedder,
  type GenerationStore,
  type GenerationTexts,
  type IngestionRepository,
  ShuttenError,
  type StagedVersion,
} from '@shutten/core'
import { fingerprintVersion } from '../hygiene/near-duplicates/fingerprint-passage.js'
import type { IngestProgress } from './create-ingest-progress.js'
import { dropGenerations } from './drop-generations.js'
import { listEntries } from './list-entries.js'
import { openGatedBuild, type QualityControl } from './open-gated-build.js'
import { type GenerationPlan, planGeneration } from './plan-generation.js'

interface BuildOptions {
  id: string
  records: IngestionRepository
  generations: GenerationStore
  embedder: Embedder
  chunker: string
  versions: readonly StagedVersion[]
  keepPrevious: boolean
  /** Judges what was built before the switch; absent: whatever is whole is switched to. */
  quality: QualityControl | null
  /** Nothing is taken over from the generation that serves. */
  isAnew?: boolean
  progress: IngestProgress
  signal?: AbortSignal
  beforeSwitch?: () => Promise<void>
  jobId?: string
  isTakenUp?: boolean
}

/**
 * Builds the next generation beside the serving one, verifies it, and switches to it in one transaction. Passages that
 * the serving one holds just so, made in the same way, are taken over from it: what they cost once is not paid again. Until the
 * switch nothing that serves has changed; after it the old generations go, but for the one that served before
 * (`keepPrevious`). Returns the new generation's id and counts.
 *
 * With a gate, what was built is written down as a candidate and measured before the switch. A run that is cut off meanwhile is gone on with
 * from there, and one that is held back stays until somebody decides, or another generation serves.
 *
 * Errors: INDEX_DAMAGED when the new generation does not verify; QUALITY_BELOW_GATE; those of the embedder, the store and
 * the records.
 */
export async function buildGeneration(
  options: BuildOptions,
): Promise<{ generation: string; documents: number; passages: number; linked: number }> {
  const { records, generations, embedder, versions, progress, signal, quality } = options
  const previous = await records.findServing()
  const gated = await openGatedBuild({
    quality,
    generations,
    embedder,
    madeBy: [options.chunker, fingerprintVersion, generations.lexicalVersion],
    versions,
    previous,
    keepPrevious: options.keepPrevious,
    jobId: options.jobId,
    isTakenUp: options.isTakenUp,
    progress,
    signal,
    beforeSwitch: options.beforeSwitch,
  })
  const known = gated?.known ?? null
  const id = known?.candidate.generationId ?? options.id
  const source = options.isAnew || !previous || known ? null : await findSource({ ...options, servingId: previous.id })
  let passages = known?.candidate.passages ?? 0
  let linked = known?.manifest.counts.linked ?? 0
  try {
    if (!known) {
      const plan = await planGeneration({ previous: source, versions, records, ...(signal && { signal }) })
      linked = plan.linked.length
      passages = plan.slots.length + linked
      progress.set({ phase: 'embedding', passages: { done: passages - plan.fresh.size, total: passages } })
      await build({ ...options, plan, source })
    }
    await gated?.judge({ id, passages })
    progress.set({ phase: 'switching' })
    signal?.throwIfAborted()
    await options.beforeSwitch?.()
    await records.switchTo({
      generationId: id,
      versions,
      counts: { documents: versions.length, passages },
      embedder: embedder.id,
      // In the same transaction: were the run cut off here, a rollback could bring back what was removed.
      ...(!options.keepPrevious && { forgetOthers: true }),
      ...(options.jobId !== undefined && { jobId: options.jobId }),
    })
  } catch (error) {
    // A switch may have been committed though its answer got lost. What cannot be removed now is removed by the next run.
    const serving = await records.findServing().catch(() => ({ id }))
    const isKept = serving?.id === id || ((await gated?.isKept({ id, error }).catch(() => true)) ?? false)
    if (!isKept) await generations.remove(id).catch(() => {})
    throw error
  } finally {
    source?.close()
  }
  await dropGenerations({
    records,
    generations,
    candidates: quality?.candidates,
    keep: previous && options.keepPrevious ? [id, previous.id] : [id],
  })
  return { generation: id, documents: versions.length, passages, linked }
}

/** The serving generation, where the next one can be made from it: it was made in the same way, and is whole. */
async function findSource(options: BuildOptions & { servingId: string }): Promise<GenerationTexts | null> {
  const { servingId, generations, embedder, chunker } = options
  const manifest = (await generations.list()).find(({ id }) => id === servingId)?.manifest
  const isAlike =
    manifest?.embedder.id === embedder.id &&
    manifest.chunker === chunker &&
    manifest.linker === fingerprintVersion &&
    manifest.lexical === generations.lexicalVersion
  if (!isAlike || (await generations.verifyFiles(servingId)).length > 0) return null
  return generations.openTexts(servingId)
}

async function build(options: BuildOptions & { plan: GenerationPlan; source: GenerationTexts | null }): Promise<void> {
  const { id, generations, embedder, chunker, plan, source, progress, signal } = options
  const passages = plan.slots.length + plan.linked.length
  const manifest = await generations.build({
    id,
    embedder: { id: embedder.id, dimension: embedder.limits.dimension },
    chunker,
    passages,
    indexed: plan.slots.length,
    linker: fingerprintVersion,
    entries: listEntries(options),
    ...(source && plan.kept > 0 && { previous: source.id }),
    ...(signal && { signal }),
  })
  progress.set({ phase: 'verifying' })
  const { counts } = manifest
  // The store has opened and searched it; what the disk kept of it is read once more.
  const problems = await generations.verifyFiles(id)
  const expected = { passages, linked: plan.linked.length, vectors: plan.slots.length, lexical: plan.slots.length }
  for (const [kind, count] of Object.entries(expected))
    if (counts[kind as keyof typeof expected] !== count)
      problems.push(`${counts[kind as keyof typeof expected]} ${kind} of ${count}`)
  if (problems.length > 0)
    throw new ShuttenError({
      code: 'INDEX_DAMAGED',
      message: `The new index is not whole: ${problems.join('; ')}.`,
      suggestion: 'What served before still serves. Run the command again; if it happens again, check the disk.',
    })
}
