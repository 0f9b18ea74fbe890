import type { Embedder } from '@shutten/core'
import { embeddingModel } from '@shutten/embedding-model'
import type { ModelThread } from '@shutten/onnx'

/** Texts of one call: enough that the thread finds partners of like length, few enough to show progress. */
const batchSize = 64

/**
 * The embedder that ships with Shutten, on a model thread made with `embeddingModel`. Texts are read in NFC. Closing it
 * leaves the thread running: whoever made the thread closes it.
 * Errors: MODEL_FAILED, MODEL_FILE_DAMAGED, CANCELLED, TIMED_OUT.
 */
export function createBundledEmbedder(options: { thread: ModelThread }): Embedder {
  const { thread } = options
  const { id, maxTokens, dimension, prefixes } = embeddingModel
  return {
    id,
    limits: { maxTokens, batchSize, dimension, prefixes },
    embedQuery: async (text, { signal } = {}) => {
      const texts = [prefixes.query + text.normalize('NFC')]
      const [vector] = await thread.embed({ texts, priority: 'query', signal })
      return vector as Float32Array
    },
    embedPassages: (texts, { signal } = {}) =>
      thread.embed({ texts: texts.map((text) => prefixes.passage + text.normalize('NFC')), signal }),
    close: async () => {},
  }
}
