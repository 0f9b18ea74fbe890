import type { GenerationStore } from '@shutten/core'
import { createGenerationStore } from '@shutten/generations'
import { createInvertedIndexFactory } from '@shutten/lexical-index'
import { createHnswIndexFactory } from '@shutten/vector-index'

/** The generations of a folder, as the applications keep them. */
export function openGenerations(folder: string): GenerationStore {
  return createGenerationStore({
    folder,
    vectorIndex: createHnswIndexFactory(),
    lexicalIndex: createInvertedIndexFactory(),
  })
}
