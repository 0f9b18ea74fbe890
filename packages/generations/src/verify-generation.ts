import { type GenerationStore, isShuttenError, toShuttenError } from '@shutten/core'
import { createNotFoundError } from './create-not-found-error.js'
import { passagesName } from './files/get-paths.js'
import { findProblems } from './find-problems.js'
import { readManifest } from './manifest/read-manifest.js'
import type { GenerationFiles } from './open-checked.js'
import { openGeneration } from './open-generation.js'

/** See `GenerationStore.verify`; without `opens` as `verifyFiles`. Errors: GENERATION_NOT_FOUND. */
export async function verifyGeneration(
  options: GenerationFiles & { opens: boolean },
): ReturnType<GenerationStore['verify']> {
  const { folder, id, vectorIndex, lexicalIndex, opens } = options
  try {
    const manifest = await readManifest({ folder, id })
    if (!manifest) throw createNotFoundError(id)
    const own = [vectorIndex.fileName, lexicalIndex.fileName, passagesName]
    const names = [...new Set([...own, ...Object.keys(manifest.files)])]
    const problems = await findProblems({ folder, manifest, names, isThorough: true })
    if (problems.length > 0) return problems.map((problem) => `Generation ${id}: ${problem}.`)
    if (opens) (await openGeneration({ ...options, isRead: true })).close()
    return []
  } catch (error) {
    if (isShuttenError(error) && error.code === 'INDEX_DAMAGED') return [error.message]
    throw toShuttenError(error)
  }
}
