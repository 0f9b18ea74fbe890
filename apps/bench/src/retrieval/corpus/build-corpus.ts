import { createHash } from 'node:crypto'
import { type Embedder, ShuttenError } from '@shutten/core'
import { formatPassage } from '@shutten/ingestion'
import type { BaseCorpus, Corpus } from './corpus.js'
import { createDistractors } from './create-distractors.js'

/**
 * The base with its real vectors, filled up with distractors to `size` passages.
 * Errors: INPUT_INVALID when the base alone has more; those of the embedder.
 */
export async function buildCorpus(options: {
  base: BaseCorpus
  size: number
  seed: number
  /** With a cache in front: each base passage is embedded once. */
  embedder: Embedder
}): Promise<Corpus> {
  const { base, size, seed, embedder } = options
  const real = [...base.asked, ...base.unasked]
  if (real.length > size)
    throw new ShuttenError({
      code: 'INPUT_INVALID',
      message: `${size} passages were asked for; the base (${base.name}) alone has ${real.length}.`,
      suggestion: `Name ${real.length} or more passages.`,
    })
  const vectors = await embedder.embedPassages(real.map(formatPassage))
  const distractors = createDistractors({
    passages: base.unasked,
    vectors: vectors.slice(base.asked.length),
    count: size - real.length,
    firstPosition: real.length,
    seed,
  })
  const passages = [...real, ...distractors.passages]
  const all = [...vectors, ...distractors.vectors]
  const hash = createHash('sha256').update(embedder.id)
  passages.forEach((passage, at) => {
    hash.update(JSON.stringify(passage)).update(all[at] as Float32Array)
  })
  return { fingerprint: hash.digest('hex'), passages, vectors: all }
}
