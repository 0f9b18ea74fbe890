import type { Embedder, GenerationStore, GenerationTexts } from '@shutten/core'
import { formatPassage } from './format-passage.js'

/** Passages whose texts are looked at together. */
const passagesPerRead = 1_000

/** Has the embedder keep the vectors of a generation's passages only; gives how many others are left. Undefined where it keeps none. */
export async function forgetVectors(options: {
  generations: Pick<GenerationStore, 'openTexts'>
  embedder: Embedder
  generationId: string
}): Promise<number | undefined> {
  const { generations, embedder, generationId } = options
  if (!embedder.forgetOthers) return undefined
  const generation = await generations.openTexts(generationId)
  try {
    return await embedder.forgetOthers({ keep: listTexts(generation) })
  } finally {
    generation.close()
  }
}

function* listTexts(generation: GenerationTexts): Generator<string[]> {
  const { passages } = generation.manifest.counts
  for (let from = 0; from < passages; from += passagesPerRead) {
    const ordinals = Array.from({ length: Math.min(passagesPerRead, passages - from) }, (_, at) => from + at)
    yield generation.getPassages(ordinals).map(formatPassage)
  }
}
