import {
  type Embedder,
  type GenerationStore,
  type IngestionRepository,
  type IngestReport,
  ShuttenError,
} from '@shutten/core'
import type { IngestProgress } from './create-ingest-progress.js'
import type { RunOptions } from './ingest-call.js'

/**
 * Lets a kept generation serve again: verifies it byte by byte, then switches to it in one transaction, the documents with
 * it. The generation that served stays and can be gone back to in turn. Nothing is done where it serves already: a
 * run that was cut off after the switch ends so. Counts tell what became of the documents: `added` are back, `updated`
 * have the text of then, `deleted` were not there then.
 *
 * Errors: GENERATION_NOT_KEPT; EMBEDDER_MISMATCH where it was made by another embedder than questions are put with;
 * INDEX_DAMAGED where it does not verify.
 */
export async function rollBack(
  options: {
    records: IngestionRepository
    generations: GenerationStore
    embedder: Embedder
    generationId: string
    progress: IngestProgress
  } & RunOptions,
): Promise<Omit<IngestReport, 'seconds'>> {
  const { records, generations, embedder, generationId, progress, signal } = options
  const kept = (await records.listGenerations()).find(({ id }) => id === generationId)
  const manifest = (await generations.list()).find(({ id }) => id === generationId)?.manifest
  if (!kept || !manifest) throw createNotKeptError(generationId)
  const serving = await records.findServing()
  const [before, after] = [await records.listServingVersions(), await records.listGenerationVersions(generationId)]
  if (serving?.id !== generationId) {
    if (manifest.embedder.id !== embedder.id)
      throw createMismatchError({ made: manifest.embedder.id, used: embedder.id })
    progress.set({ phase: 'verifying', documents: { done: 0, total: after.length } })
    const problems = await generations.verify(generationId)
    if (problems.length > 0) throw createDamageError(problems)
    progress.set({ phase: 'switching', documents: { done: after.length } })
    signal?.throwIfAborted()
    await options.beforeSwitch?.()
    const { documents, passages, embedder: madeBy } = kept
    await records.switchTo({ generationId, versions: after, counts: { documents, passages }, embedder: madeBy })
  }
  return {
    ...compare({ before, after }),
    generation: generationId,
    documents: kept.documents,
    passages: kept.passages,
    linked: manifest.counts.linked,
  }
}

type Versions = readonly { documentId: string; versionId: string }[]

function compare({ before, after }: { before: Versions; after: Versions }) {
  const served = new Map(before.map(({ documentId, versionId }) => [documentId, versionId]))
  const counts = { added: 0, updated: 0, unchanged: 0, moved: 0, deleted: 0, quarantined: 0, failed: [] }
  for (const { documentId, versionId } of after) {
    const known = served.get(documentId)
    if (known === undefined) counts.added += 1
    else if (known === versionId) counts.unchanged += 1
    else counts.updated += 1
    served.delete(documentId)
  }
  counts.deleted = served.size
  return counts
}

function createNotKeptError(id: string): ShuttenError {
  return new ShuttenError({
    code: 'GENERATION_NOT_KEPT',
    message: `The generation ${id} is not kept: there is nothing to go back to.`,
    suggestion:
      'See `pnpm shutten generations` for those that are. One is kept from each change of the index to the next; a deletion keeps none.',
  })
}

function createMismatchError({ made, used }: { made: string; used: string }): ShuttenError {
  return new ShuttenError({
    code: 'EMBEDDER_MISMATCH',
    message: `That generation was made by the embedder ${made}; questions are put with ${used}.`,
    suggestion: `Set SHUTTEN_EMBEDDER back to ${made} and restart: the index is then rebuilt with it from the stored texts.`,
  })
}

function createDamageError(problems: readonly string[]): ShuttenError {
  return new ShuttenError({
    code: 'INDEX_DAMAGED',
    message: `The generation to go back to is damaged: ${problems.join('; ')}`,
    suggestion: 'What serves still serves. Ingest the sources as they were, or run `pnpm shutten reindex`.',
  })
}
