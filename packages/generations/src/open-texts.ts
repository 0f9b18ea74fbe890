import type { GenerationTexts } from '@shutten/core'
import { type GenerationFiles, openChecked } from './open-checked.js'
import { openPassages } from './passages/open-passages.js'

/** As `openGeneration`, without the indexes. */
export async function openTexts(options: GenerationFiles): Promise<GenerationTexts> {
  return openChecked({
    ...options,
    isThorough: false,
    open: async (manifest) => (await openPassages({ ...options, manifest })).texts,
  })
}
