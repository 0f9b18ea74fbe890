import path from 'node:path'
import {
  type Generation,
  type GenerationManifest,
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

/**
 * Opens what lies in `folder` as generation `id`: checks the manifest, sizes and counts, and the checksums when that is quick.
 * Errors: GENERATION_NOT_FOUND, also where it is removed meanwhile; INDEX_DAMAGED.
 */
export async function openGeneration(options: {
  folder: string
  id: string
  vectorIndex: VectorIndexFactory
  lexicalIndex: LexicalIndexFactory
}): Promise<Generation> {
  try {
    return await openParts(options)
  } catch (error) {
    // A removal takes the manifest first: files that are missing without one were removed, not damaged.
    const { folder, id } = options
    if (await readManifest({ folder, id }).catch(() => true)) throw error
    throw createNotFoundError(id)
  }
}

async function openParts({
  folder,
  id,
  vectorIndex,
  lexicalIndex,
}: {
  folder: string
  id: string
  vectorIndex: VectorIndexFactory
  lexicalIndex: LexicalIndexFactory
}): Promise<Generation> {
  const manifest = await readManifest({ folder, id })
  if (!manifest) throw createNotFoundError(id)
  const names = [vectorIndex.fileName, lexicalIndex.fileName, passagesName]
  const isThorough = sumBytes(manifest) <= thoroughUpTo
  const [problem] = await findProblems({ folder, manifest, names, isThorough })
  if (problem) throw createDamageError({ id, reason: problem })

  // Side by side: reading one file waits for the disk or works in native code while another is checked.
  const parts = await Promise.allSettled([
    vectorIndex.open({
      file: path.join(folder, vectorIndex.fileName),
      dimension: manifest.embedder.dimension,
      size: manifest.counts.vectors,
    }),
    lexicalIndex.open({ file: path.join(folder, lexicalIndex.fileName), size: manifest.counts.lexical }),
    openPassageFile({
      file: path.join(folder, passagesName),
      size: manifest.counts.passages,
      indexed: manifest.counts.vectors,
      id,
    }),
  ] as const)
  const close = () => {
    for (const part of parts) if (part.status === 'fulfilled') part.value.close()
  }
  const [vectors, lexical, passages] = parts
  if (vectors.status === 'rejected' || lexical.status === 'rejected' || passages.status === 'rejected') {
    close()
    throw parts.find((part) => part.status === 'rejected')?.reason
  }
  const { links, ...texts } = passages.value
  const { getPassages, findPassage, listIds, getDocumentPassages, findOrdinals, findFingerprints } = texts
  return {
    id,
    manifest,
    ...withLinks({ vectors: vectors.value, lexical: lexical.value, links }),
    findFingerprints,
    getPassages,
    findPassage,
    listIds,
    getDocumentPassages,
    findOrdinals,
    close,
  }
}

function sumBytes(manifest: GenerationManifest): number {
  return Object.values(manifest.files).reduce((sum, { bytes }) => sum + bytes, 0)
}

function createNotFoundError(id: string): ShuttenError {
  return new ShuttenError({
    code: 'GENERATION_NOT_FOUND',
    message: `There is no generation ${id} in the data folder.`,
    suggestion: 'Run `pnpm shutten reindex`: it builds the index anew from the stored texts; no source is needed.',
  })
}
