import { mkdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import {
  type GenerationManifest,
  type GenerationStore,
  type LexicalIndexBuilder,
  type LexicalIndexFactory,
  ShuttenError,
  toAbortError,
  type VectorIndexBuilder,
  type VectorIndexFactory,
} from '@shutten/core'
import { addEntries, type Builders } from './add-entries.js'
import { checkGeneration, sampleSize } from './check-generation.js'
import { getPaths, passagesName } from './files/get-paths.js'
import { hashFile } from './files/hash-file.js'
import { syncPath } from './files/sync-path.js'
import { toStoreError } from './files/to-store-error.js'
import { readManifest } from './manifest/read-manifest.js'
import { writeManifest } from './manifest/write-manifest.js'
import { openGeneration } from './open-generation.js'
import { createPassageBuilder } from './passages/create-passage-builder.js'
import { openPassageFile, type PassageFile } from './passages/open-passage-file.js'
import { readBatches } from './read-batches.js'

/** Passages between two chances for the process to do other things; a vector takes about a millisecond. */
const sliceSize = 32

type BuildOptions = Parameters<GenerationStore['build']>[0]
interface Parts {
  folder: string
  vectorIndex: VectorIndexFactory
  lexicalIndex: LexicalIndexFactory
}

/**
 * Builds under a name that is no generation's; one rename makes it one. What fails or is aborted leaves nothing behind.
 * Errors: INPUT_INVALID, CANCELLED, DISK_FULL, DATA_FOLDER_UNWRITABLE, INDEX_DAMAGED; those of `entries` as they come.
 */
export async function buildGeneration({
  folder,
  vectorIndex,
  lexicalIndex,
  ...options
}: Parts & BuildOptions): Promise<GenerationManifest> {
  const { id, signal } = options
  const { target, building } = getPaths({ folder, id })
  throwIfAborted(signal)
  try {
    await mkdir(folder, { recursive: true })
    await refuseExisting({ target, id })
    await rm(building, { recursive: true, force: true })
    await mkdir(building)
  } catch (error) {
    throw toStoreError({ error, folder })
  }
  try {
    const { counts, sample } = await fill({
      ...options,
      folder: building,
      generations: folder,
      vectorIndex,
      lexicalIndex,
    })
    const files: GenerationManifest['files'] = {}
    for (const name of [vectorIndex.fileName, lexicalIndex.fileName, passagesName])
      files[name] = await hashFile(path.join(building, name))
    const manifest: GenerationManifest = {
      format: 3,
      id,
      createdAt: new Date().toISOString(),
      embedder: { id: options.embedder.id, dimension: options.embedder.dimension },
      chunker: options.chunker,
      lexical: lexicalIndex.version,
      linker: options.linker ?? 'none',
      counts,
      files,
    }
    await writeManifest({ folder: building, manifest })
    await checkBuilt({ folder: building, id, vectorIndex, lexicalIndex, sample })
    throwIfAborted(signal)
    await rename(building, target)
    await syncPath(folder)
    return manifest
  } catch (error) {
    await rm(building, { recursive: true, force: true })
    throw toStoreError({ error, folder })
  }
}

/** Each part is given up as soon as it is written: two of them in memory are more than one needs. */
async function fill(
  options: Omit<Parts, 'folder'> & BuildOptions & { folder: string; generations: string },
): Promise<{ counts: GenerationManifest['counts']; sample: Map<number, Float32Array> }> {
  const { folder, generations, embedder, passages, signal, vectorIndex, lexicalIndex } = options
  const previous = options.previous
    ? await openPrevious({ ...options, folder: generations, id: options.previous })
    : null
  const texts = createPassageBuilder({ file: path.join(folder, passagesName) })
  let lexical: LexicalIndexBuilder | null = null
  let vectors: VectorIndexBuilder | null = null
  const { indexed = passages } = options
  const links = new Uint32Array(Math.max(0, passages - indexed))
  try {
    lexical = await lexicalIndex.createBuilder({
      file: path.join(folder, lexicalIndex.fileName),
      ...(previous && { previous: previous.lexical }),
    })
    vectors = await vectorIndex.createBuilder({
      dimension: embedder.dimension,
      capacity: indexed,
      ...(previous && { previous: previous.vectors }),
    })
    const builders = { vectors, texts, lexical, previous: previous?.passages ?? null }
    const sample = await addAll({ ...options, builders, indexed, links })
    await lexical.finish()
    lexical = null
    throwIfAborted(signal)
    await vectors.save(path.join(folder, vectorIndex.fileName))
    const held = await texts.finish({ links })
    return { counts: { ...held, linked: links.length, vectors: indexed, lexical: indexed }, sample }
  } finally {
    vectors?.close()
    texts.close()
    previous?.passages.close()
    await lexical?.close()
  }
}

/** Gives the vectors of some of the passages, by ordinal. */
async function addAll(
  options: BuildOptions & { builders: Builders; indexed: number; links: Uint32Array },
): Promise<Map<number, Float32Array>> {
  const { builders, passages, indexed, links, entries, signal, onProgress } = options
  const sample = new Map<number, Float32Array>()
  const sampleStep = Math.max(1, Math.ceil(indexed / sampleSize))
  const isSampled = (ordinal: number) => ordinal % sampleStep === 0
  let done = 0
  for await (const batch of readBatches({ entries, signal })) {
    for (let start = 0; start < batch.length; start += sliceSize) {
      const slice = batch.slice(start, start + sliceSize)
      if (done + slice.length > passages) throw createCountError({ expected: passages, came: `more than ${passages}` })
      addEntries({ entries: slice, first: done, indexed, links, sample, isSampled, ...builders })
      done += slice.length
      await setImmediate()
      throwIfAborted(signal)
    }
    onProgress?.(done)
  }
  if (done !== passages) throw createCountError({ expected: passages, came: String(done) })
  return sample
}

/** What entries are copied from. Errors: GENERATION_NOT_FOUND, INDEX_DAMAGED; INPUT_INVALID for one made in another way. */
async function openPrevious(options: Parts & { id: string; embedder: { id: string; dimension: number } }): Promise<{
  vectors: { file: string; size: number }
  lexical: { file: string; size: number }
  passages: PassageFile
}> {
  const { id, embedder, vectorIndex, lexicalIndex } = options
  const folder = getPaths({ folder: options.folder, id }).target
  const manifest = await readManifest({ folder, id })
  const isAlike = manifest?.embedder.id === embedder.id && manifest.lexical === lexicalIndex.version
  if (!manifest || !isAlike)
    throw new ShuttenError({
      code: 'INPUT_INVALID',
      message: `Nothing can be copied from generation ${id}: it ${manifest ? 'was made in another way' : 'is not there'}.`,
      suggestion: 'Give all passages with their vectors.',
    })
  const { counts } = manifest
  return {
    vectors: { file: path.join(folder, vectorIndex.fileName), size: counts.vectors },
    lexical: { file: path.join(folder, lexicalIndex.fileName), size: counts.lexical },
    passages: await openPassageFile({
      file: path.join(folder, passagesName),
      size: counts.passages,
      indexed: counts.vectors,
      id,
    }),
  }
}

async function refuseExisting({ target, id }: { target: string; id: string }): Promise<void> {
  // A manifest that is not whole makes no generation: what is there is the rest of a removal.
  if (!(await readManifest({ folder: target, id }).catch(() => null))) {
    await rm(target, { recursive: true, force: true })
    return
  }
  throw new ShuttenError({
    code: 'INPUT_INVALID',
    message: `Generation ${id} is there already.`,
    suggestion: 'Give a new generation an id of its own.',
  })
}

async function checkBuilt({
  sample,
  ...where
}: Parts & { id: string; sample: ReadonlyMap<number, Float32Array> }): Promise<void> {
  const generation = await openGeneration({ ...where, isRead: true })
  try {
    const [problem] = checkGeneration({ generation, sample })
    if (problem)
      throw new ShuttenError({
        code: 'INDEX_DAMAGED',
        message: `The new generation failed its check: ${problem}. The one that serves is untouched.`,
        suggestion: 'Run the command again; if it fails again, run `pnpm shutten doctor`.',
      })
  } finally {
    generation.close()
  }
}

function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw toAbortError(signal)
}

function createCountError({ expected, came }: { expected: number; came: string }): ShuttenError {
  return new ShuttenError({
    code: 'INPUT_INVALID',
    message: `${expected} passages were announced, ${came} came.`,
    suggestion: 'Run `pnpm shutten reindex`: it counts the stored passages anew.',
  })
}
