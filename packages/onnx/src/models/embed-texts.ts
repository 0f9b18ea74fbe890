import type { Tokenizer } from '../tokenizer/create-tokenizer.js'
import { batchByLength } from './batch-by-length.js'
import type { Session } from './create-session.js'

/** One vector of unit length a text, in order; texts longer than `maxTokens` are cut at the end. */
export async function embedTexts(options: {
  texts: readonly string[]
  maxTokens: number
  tokenizer: Tokenizer
  session: Session
}): Promise<Float32Array[]> {
  const { texts, maxTokens, tokenizer, session } = options
  const { begin, end } = tokenizer.special
  const rows = texts.map((text) => [begin, ...tokenizer.tokenize({ text, maxTokens: maxTokens - 2 }).ids, end])
  const vectors = new Array<Float32Array>(texts.length)
  for (const batch of batchByLength(rows)) {
    const { sentence_embedding: values } = await session.run(batch.map((index) => rows[index] as number[]))
    const dimension = (values as Float32Array).length / batch.length
    batch.forEach((index, row) => {
      vectors[index] = (values as Float32Array).slice(row * dimension, (row + 1) * dimension)
    })
  }
  return vectors
}
