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

  const opened: { close(): void }[] = []
  const keep = <Part extends { close(): void }>(part: Part): Part => {
    opened.push(part)
    return part
  }
  const close = () => {
    for (const part of opened.splice(0)) part.close()
  }
  try {
    const vectors = keep(
      await vectorIndex.open({
        file: path.join(folder, vectorIndex.fileName),
        dimension: manifest.embedder.dimension,
        size: manifest.counts.vectors,
      }),
    )
    const lexical = keep(
      await lexicalIndex.open({ file: path.join(folder, lexicalIndex.fileName), size: manifest.counts.lexical }),
    )
    const { getPassages, findPassage, getDocumentPassages, findOrdinals } = keep(
      await openPassageFile({ file: path.join(folder, passagesName), size: manifest.counts.passages, id }),
    )
    return { id, manifest, vectors, lexical, getPassages, findPassage, getDocumentPassages, findOrdinals, close }
  } catch (error) {
    close()
    throw error
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
