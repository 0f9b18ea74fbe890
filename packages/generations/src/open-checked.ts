import type { GenerationManifest, LexicalIndexFactory, VectorIndexFactory } from '@shutten/core'
import { createDamageError } from './create-damage-error.js'
import { createNotFoundError } from './create-not-found-error.js'
import { passagesName } from './files/get-paths.js'
import { findProblems } from './find-problems.js'
import { readManifest } from './manifest/read-manifest.js'

/** Reading that many bytes for their checksums takes about a tenth of a second. */
const thoroughUpTo = 100 * 1024 * 1024

/** Generation `id` lies in `folder`, in files that these factories made. */
export interface GenerationFiles {
  folder: string
  id: string
  vectorIndex: VectorIndexFactory
  lexicalIndex: LexicalIndexFactory
}

/**
 * What `open` gives, called once the manifest and the sizes of the files are found right, and with `isThorough` their checksums
 * where that is quick. Errors: GENERATION_NOT_FOUND, also where it is removed meanwhile; INDEX_DAMAGED; those of `open`.
 */
export async function openChecked<Opened>(
  options: GenerationFiles & { isThorough: boolean; open: (manifest: GenerationManifest) => Promise<Opened> },
): Promise<Opened> {
  const { folder, id, vectorIndex, lexicalIndex, open } = options
  const manifest = await readManifest({ folder, id })
  if (!manifest) throw createNotFoundError(id)
  try {
    const names = [vectorIndex.fileName, lexicalIndex.fileName, passagesName]
    const isThorough = options.isThorough && sumBytes(manifest) <= thoroughUpTo
    const [problem] = await findProblems({ folder, manifest, names, isThorough })
    if (problem) throw createDamageError({ id, reason: problem })
    return await open(manifest)
  } catch (error) {
    // A removal takes the manifest first: files that are missing without one were removed, not damaged.
    if (await readManifest({ folder, id }).catch(() => true)) throw error
    throw createNotFoundError(id)
  }
}

function sumBytes(manifest: GenerationManifest): number {
  return Object.values(manifest.files).reduce((sum, { bytes }) => sum + bytes, 0)
}
