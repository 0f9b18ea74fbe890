import type { Language } from '@shutten/core'
import type { ServingGenerations } from '../generations/create-serving-generations.js'
import { suggestFromGeneration } from './suggest-from-generation.js'

/** Questions that the generation which serves answers. Errors: INDEX_EMPTY, INDEX_DAMAGED. */
export async function suggestQuestions(options: {
  generations: ServingGenerations
  language: Language
  count: number
}): Promise<string[]> {
  const { generations, language, count } = options
  const { generation, release } = await generations.acquire()
  try {
    return suggestFromGeneration({ generation, language, count })
  } finally {
    release()
  }
}
