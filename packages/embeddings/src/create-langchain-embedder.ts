import type { EmbeddingsInterface } from '@langchain/core/embeddings'
import { type Embedder, type EmbedderLimits, ShuttenError, toAbortError, untilAborted } from '@shutten/core'
import { toServiceError } from './to-service-error.js'
import { toUnitVector } from './to-unit-vector.js'

/**
 * Any LangChain `Embeddings` as an embedder. `id` names service and model; `limits` are the model's own.
 * A text is cut at `maxTokens` UTF-16 code units: the service's tokenizer is not known here, and a token a character is
 * about the most that Japanese takes.
 * Errors: LLM_UNAVAILABLE, MODEL_FAILED (an answer that is no vector), VECTOR_DIMENSION_MISMATCH, CANCELLED, TIMED_OUT.
 */
export function createLangChainEmbedder(options: {
  embeddings: EmbeddingsInterface
  id: string
  limits: EmbedderLimits
}): Embedder {
  const { embeddings, id, limits } = options
  const { dimension, prefixes, maxTokens, batchSize } = limits
  // Services refuse an empty input.
  const prepare = (prefix: string, text: string) =>
    (prefix + text.normalize('NFC')).slice(0, maxTokens).replace(/\p{Surrogate}/gu, '\ufffd') || ' '
  // LangChain's embeddings take no signal: the answer of a call that was given up is dropped.
  const ask = <T>(call: () => Promise<T>, signal: AbortSignal | undefined) =>
    untilAborted({
      work: call().catch((cause: unknown) => {
        throw toServiceError({ id, cause })
      }),
      signal,
    })

  return {
    id,
    limits,
    embedQuery: async (text, { signal } = {}) => {
      if (signal?.aborted) throw toAbortError(signal)
      const values = await ask(() => embeddings.embedQuery(prepare(prefixes.query, text)), signal)
      return toUnitVector({ values, dimension, id })
    },
    embedPassages: async (texts, { signal } = {}) => {
      if (signal?.aborted) throw toAbortError(signal)
      const vectors: Float32Array[] = []
      for (let from = 0; from < texts.length; from += batchSize) {
        if (signal?.aborted) throw toAbortError(signal)
        const batch = texts.slice(from, from + batchSize).map((text) => prepare(prefixes.passage, text))
        const rows = await ask(() => embeddings.embedDocuments(batch), signal)
        if (!Array.isArray(rows) || rows.length !== batch.length)
          throw new ShuttenError({
            code: 'MODEL_FAILED',
            message: `${id} answered ${batch.length} texts with ${Array.isArray(rows) ? rows.length : 'no'} vectors.`,
            suggestion: 'Check that the address is that of an embedding model, and its version.',
          })
        for (const values of rows) vectors.push(toUnitVector({ values, dimension, id }))
      }
      return vectors
    },
    close: async () => {},
  }
}
