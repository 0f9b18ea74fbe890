import path from 'node:path'
import {
  type Generation,
  type GenerationManifest,
  type GenerationTexts,
  type LexicalIndexFactory,
  ShuttenError,
  type VectorIndexFactory,
} from '@shutten/core'
import { createDamageError } from './create-damage-error.js'
import { passagesName } from './files/get-paths.js'
import { findProblems } from './find-problems.js'
import { withLinks } from './links/with-links.js'
import { readManifest } from './manifest/read-manifest.js'
import { openPassageFile } from './passages/open-passage-file.js'

/** Reading that many bytes for their checksums takes about a tenth of a second. */
const thoroughUpTo = 100 * 1024 * 1024

interface Where {
  folder: string
  id: string
  vectorIndex: VectorIndexFactory
  lexicalIndex: LexicalIndexFactory
}

/**
 * Opens what lies in `folder` as generation `id`: checks the manifest, sizes and counts, and the checksums when that is quick.
 * Errors: GENERATION_NOT_FOUND, also where it is removed meanwhile; INDEX_DAMAGED.
 *
 * @param options.isRead its bytes were held against the checksums just now
 */
export async function openGeneration(options: Where & { isRead?: boolean }): Promise<Generation> {
  const { folder, vectorIndex, lexicalIndex, isRead = false } = options
  return orNotFound(options, async () => {
    const manifest = await readChecked({ ...options, isThorough: !isRead })
    const { counts, embedder } = manifest
    // Side by side: reading one file waits for the disk or works in native code while another is checked.
    const parts = await Promise.allSettled([
      vectorIndex.open({
        file: path.join(folder, vectorIndex.fileName),
        dimension: embedder.dimension,
        size: counts.vectors,
      }),
      lexicalIndex.open({ file: path.join(folder, lexicalIndex.fileName), size: counts.lexical }),
      openPassages({ ...options, manifest }),
    ] as const)
    const close = () => {
      for (const part of parts) if (part.status === 'fulfilled') part.value.close()
    }
    const [vectors, lexical, passages] = parts
    if (vectors.status === 'rejected' || lexical.status === 'rejected' || passages.status === 'rejected') {
      close()
      throw parts.find((part) => part.status === 'rejected')?.reason
    }
    const { links } = passages.value
    const indexes = withLinks({ vectors: vectors.value, lexical: lexical.value, links })
    return { ...describeTexts({ ...options, manifest, passages: passages.value }), ...indexes, close }
  })
}

/** As `openGeneration`, without the indexes. */
export async function openTexts(options: Where): Promise<GenerationTexts> {
  return orNotFound(options, async () => {
    const manifest = await readChecked({ ...options, isThorough: false })
    return describeTexts({ ...options, manifest, passages: await openPassages({ ...options, manifest }) })
  })
}

/** A removal takes the manifest first: files that are missing without one were removed, not damaged. */
async function orNotFound<Opened>({ folder, id }: Where, open: () => Promise<Opened>): Promise<Opened> {
  try {
    return await open()
  } catch (error) {
    if (await readManifest({ folder, id }).catch(() => true)) throw error
    throw createNotFoundError(id)
  }
}

async function readChecked(options: Where & { isThorough: boolean }): Promise<GenerationManifest> {
  const { folder, id, vectorIndex, lexicalIndex } = options
  const manifest = await readManifest({ folder, id })
  if (!manifest) throw createNotFoundError(id)
  const names = [vectorIndex.fileName, lexicalIndex.fileName, passagesName]
  const isThorough = options.isThorough && sumBytes(manifest) <= thoroughUpTo
  const [problem] = await findProblems({ folder, manifest, names, isThorough })
  if (problem) throw createDamageError({ id, reason: problem })
  return manifest
}

function openPassages({ folder, id, manifest }: Where & { manifest: GenerationManifest }) {
  const { passages, vectors } = manifest.counts
  return openPassageFile({ file: path.join(folder, passagesName), size: passages, indexed: vectors, id })
}

function describeTexts(options: {
  id: string
  manifest: GenerationManifest
  passages: Awaited<ReturnType<typeof openPassageFile>>
}): GenerationTexts {
  const { id, manifest, passages } = options
  const { links, getFingerprints: _, ...texts } = passages
  return { id, manifest, ...texts, getLink: (ordinal) => links[ordinal - manifest.counts.vectors] ?? null }
}

function sumBytes(manifest: GenerationManifest): number {
  return Object.values(manifest.files).reduce((sum, { bytes }) => sum + bytes, 0)
}

export function createNotFoundError(id: string): ShuttenError {
  return new ShuttenError({
    code: 'GENERATION_NOT_FOUND',
    message: `There is no generation ${id} in the data folder.`,
    suggestion: 'Run `pnpm shutten reindex`: it builds the index anew from the stored texts; no source is needed.',
  })
}
