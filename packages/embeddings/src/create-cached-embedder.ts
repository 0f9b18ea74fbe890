import { createHash } from 'node:crypto'
import { type Embedder, type EmbeddingCache, toAbortError } from '@shutten/core'

/**
 * Puts a cache in front of `embedPassages`: each content is embedded once, whatever the call, and what was embedded is
 * saved batch by batch, so that an interrupted run continues where it stopped. Questions are not cached.
 * Contents are told apart by the sha256 of their NFC text with its prefix.
 */
export function createCachedEmbedder(options: { embedder: Embedder; cache: EmbeddingCache }): Embedder {
  const { embedder, cache } = options
  const { id, limits } = embedder
  const hashOf = (text: string) => createHash('sha256').update(limits.prefixes.passage).update(text).digest('hex')

  return {
    id,
    limits,
    embedQuery: (text, call) => embedder.embedQuery(text, call),
    embedPassages: async (texts, call = {}) => {
      if (call.signal?.aborted) throw toAbortError(call.signal)
      const normalized = texts.map((text) => text.normalize('NFC'))
      const hashes = normalized.map(hashOf)
      const contents = new Map(hashes.map((hash, i) => [hash, normalized[i] as string]))
      const found = await cache.findMany({ modelId: id, contentHashes: [...contents.keys()] })
      const vectors = new Map([...found].filter(([, vector]) => vector.length === limits.dimension))

      const missing = [...contents].filter(([hash]) => !vectors.has(hash))
      for (let from = 0; from < missing.length; from += limits.batchSize) {
        const batch = missing.slice(from, from + limits.batchSize)
        const made = await embedder.embedPassages(
          batch.map(([, text]) => text),
          call,
        )
        const entries = new Map(batch.map(([hash], i) => [hash, made[i] as Float32Array]))
        await cache.saveMany({ modelId: id, entries })
        for (const [hash, vector] of entries) vectors.set(hash, vector)
      }
      // Copies: equal texts must not come back as one shared array.
      return hashes.map((hash) => Float32Array.from(vectors.get(hash) as Float32Array))
    },
    ...(cache.prune &&
      cache.countOthers && {
        async forgetOthers({ keep }) {
          const hashes = new Set<string>()
          for (const texts of keep) for (const text of texts) hashes.add(hashOf(text.normalize('NFC')))
          await cache.prune?.({ keep: hashes })
          return (await cache.countOthers?.({ keep: hashes })) ?? 0
        },
      }),
    close: () => embedder.close(),
  }
}
