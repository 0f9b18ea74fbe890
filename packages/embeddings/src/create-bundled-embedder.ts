import type { Embedder } from '@shutten/core'
import { embeddingModel } from '@shutten/embedding-model'
import type { ModelThread } from '@shutten/onnx'
import { detectLanguage } from '@shutten/text'
import { centerByLanguage, type LanguageMeans } from './centering/center-by-language.js'
import { readLanguageMeans } from './centering/read-language-means.js'

/** Texts of one call: enough that the thread finds partners of like length, few enough to show progress. */
const batchSize = 64

/**
 * The embedder that ships with Shutten, on a model thread made with `embeddingModel`. Texts are read in NFC; vectors are
 * centred by the language of their text. Closing it leaves the thread running: whoever made the thread closes it.
 * Errors: MODEL_FAILED, MODEL_FILE_DAMAGED, CANCELLED, TIMED_OUT.
 */
export function createBundledEmbedder(options: { thread: ModelThread }): Embedder {
  const { thread } = options
  const { id, maxTokens, dimension, prefixes } = embeddingModel
  let reading: Promise<LanguageMeans> | undefined
  const embed = async (input: {
    texts: readonly string[]
    role: 'query' | 'passage'
    signal?: AbortSignal | undefined
  }): Promise<Float32Array[]> => {
    const { texts, role, signal } = input
    reading ??= readLanguageMeans({ file: embeddingModel.files.languageMeans, dimension })
    const means = await reading
    const vectors = await thread.embed({
      texts: texts.map((text) => prefixes[role] + text.normalize('NFC')),
      priority: role,
      ...(signal && { signal }),
    })
    return vectors.map((vector, i) =>
      centerByLanguage({ vector, role, language: detectLanguage(texts[i] as string), means }),
    )
  }
  return {
    id: `${id}+centred`,
    limits: { maxTokens, batchSize, dimension, prefixes },
    async embedQuery(text, { signal } = {}) {
      const [vector] = await embed({ texts: [text], role: 'query', signal })
      return vector as Float32Array
    },
    embedPassages: (texts, { signal } = {}) => embed({ texts, role: 'passage', signal }),
    close: async () => {},
  }
}
