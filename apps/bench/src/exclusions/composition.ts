import type { GenerationStore } from '@shutten/core'
import { createGenerationStore } from '@shutten/generations'
import { createInvertedIndexFactory } from '@shutten/lexical-index'
import { createHnswIndexFactory } from '@shutten/vector-index'

/** Generations as the server keeps them. */
export function openStore(folder: string): GenerationStore {
  return createGenerationStore({
    folder,
    vectorIndex: createHnswIndexFactory(),
    lexicalIndex: createInvertedIndexFactory(),
  })
}
