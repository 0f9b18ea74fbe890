import type { GenerationStore, LexicalIndexFactory, VectorIndexFactory } from '@shutten/core'
import { buildGeneration } from './build-generation.js'
import { getPaths } from './files/get-paths.js'
import { listGenerations } from './list-generations.js'
import { openGeneration } from './open-generation.js'
import { openTexts } from './open-texts.js'
import { removeGeneration } from './remove-generation.js'
import { verifyGeneration } from './verify-generation.js'

/**
 * Generations in `folder`, one subfolder each: `manifest.json`, `passages.db`, the vector file and the lexical file.
 * `folder` is made when the first is built. One process at a time builds or removes; any number may have generations open meanwhile,
 * and go on with one that is removed.
 */
export function createGenerationStore({
  folder,
  vectorIndex,
  lexicalIndex,
}: {
  folder: string
  vectorIndex: VectorIndexFactory
  lexicalIndex: LexicalIndexFactory
}): GenerationStore {
  const locate = (id: string) => ({ folder: getPaths({ folder, id }).target, id, vectorIndex, lexicalIndex })
  return {
    lexicalVersion: lexicalIndex.version,
    build: (options) => buildGeneration({ ...options, folder, vectorIndex, lexicalIndex }),
    open: async (id) => openGeneration(locate(id)),
    openTexts: async (id) => openTexts(locate(id)),
    verifyFiles: async (id) => verifyGeneration({ ...locate(id), opens: false }),
    verify: async (id) => verifyGeneration({ ...locate(id), opens: true }),
    list: () => listGenerations(folder),
    remove: (id) => removeGeneration({ folder, id }),
  }
}
