import { isShuttenError, type LexicalIndexFactory, toShuttenError, type VectorIndexFactory } from '@shutten/core'
import { passagesName } from './files/get-paths.js'
import { findProblems } from './find-problems.js'
import { readManifest } from './manifest/read-manifest.js'
import { openGeneration } from './open-generation.js'

/** Every byte against the manifest, then whether the parts open. Returns what is wrong. Errors: GENERATION_NOT_FOUND. */
export async function verifyGeneration(options: {
  folder: string
  id: string
  vectorIndex: VectorIndexFactory
  lexicalIndex: LexicalIndexFactory
}): Promise<string[]> {
  const { folder, id, vectorIndex, lexicalIndex } = options
  try {
    const manifest = await readManifest({ folder, id })
    if (manifest) {
      const names = [
        ...new Set([vectorIndex.fileName, lexicalIndex.fileName, passagesName, ...Object.keys(manifest.files)]),
      ]
      const problems = await findProblems({ folder, manifest, names, isThorough: true })
      if (problems.length > 0) return problems.map((problem) => `Generation ${id}: ${problem}.`)
    }
    const generation = await openGeneration(options)
    generation.close()
    return []
  } catch (error) {
    if (isShuttenError(error) && error.code === 'INDEX_DAMAGED') return [error.message]
    throw toShuttenError(error)
  }
}
