import type { Embedder, EmbeddingCache } from '@shutten/core'
import { describeEmbedder } from '@shutten/testing'
import { expect, test } from 'vitest'
import { createCachedEmbedder } from './create-cached-embedder.js'
import { createLangChainEmbedder } from './create-langchain-embedder.js'

const limits = { maxTokens: 200_000, batchSize: 4, dimension: 4, prefixes: { query: 'q: ', passage: 'p: ' } }

/** Counts letters: near to nothing, but a direction for each text. */
const count = (text: string) => [1, text.length, (text.codePointAt(3) ?? 0) % 97, (text.codePointAt(4) ?? 0) % 89]

function setUp(options: { failAfter?: number } = {}) {
  const stored = new Map<string, Float32Array>()
  const embedded: string[] = []
  let calls = 0
  const embedder = createLangChainEmbedder({
    id: 'test@1',
    limits,
    embeddings: {
      embedQuery: async (text) => count(text),
      embedDocuments: async (texts) => {
        calls += 1
        if (options.failAfter !== undefined && calls > options.failAfter) throw new Error('gone')
        embedded.push(...texts)
        return texts.map(count)
      },
    },
  })
  const cache: EmbeddingCache = {
    findMany: async ({ modelId, contentHashes }) =>
      new Map(
        contentHashes.flatMap((hash) => {
          const vector = stored.get(`${modelId} ${hash}`)
          return vector ? [[hash, vector] as const] : []
        }),
      ),
    saveMany: async ({ modelId, entries }) => {
      for (const [hash, vector] of entries) stored.set(`${modelId} ${hash}`, vector)
    },
  }
  return { embedder, cache, stored, embedded, cached: createCachedEmbedder({ embedder, cache }) }
}

describeEmbedder({ name: 'the cached embedder', create: () => setUp().cached })

test('embeds each content once, within a call and over calls', async () => {
  const { cached, embedded, stored } = setUp()
  const [a, b, again] = await cached.embedPassages(['い', 'ろ', 'い'])
  expect(embedded).toEqual(['p: い', 'p: ろ'])
  expect(again).toEqual(a)
  expect(await cached.embedPassages(['ろ', 'は'])).toEqual([b, expect.any(Float32Array)])
  expect(embedded).toEqual(['p: い', 'p: ろ', 'p: は'])
  expect(stored.size).toBe(3)
})

test('composed and decomposed text are one content', async () => {
  const { cached, embedded } = setUp()
  await cached.embedPassages(['が', 'か\u3099'])
  expect(embedded).toEqual(['p: が'])
})

test('another model or another prefix does not get the vectors of this one', async () => {
  const { cached, embedder, cache, embedded } = setUp()
  await cached.embedPassages(['い'])
  const other: Embedder = { ...embedder, id: 'test@2' }
  await createCachedEmbedder({ embedder: other, cache }).embedPassages(['い'])
  const prefixed: Embedder = { ...embedder, limits: { ...limits, prefixes: { query: '', passage: '' } } }
  await createCachedEmbedder({ embedder: prefixed, cache }).embedPassages(['い'])
  expect(embedded).toHaveLength(3)
})

test('keeps what was embedded before a failure', async () => {
  const { cached, stored } = setUp({ failAfter: 2 })
  const texts = Array.from({ length: 12 }, (_, i) => `${i}番`)
  await expect(cached.embedPassages(texts)).rejects.toMatchObject({ code: 'LLM_UNAVAILABLE' })
  expect(stored.size).toBe(8)
})

test('a cached vector of another length counts as lost', async () => {
  const { cached, stored, embedded } = setUp()
  await cached.embedPassages(['い'])
  for (const key of stored.keys()) stored.set(key, new Float32Array(3))
  const [vector] = await cached.embedPassages(['い'])
  expect(vector).toHaveLength(4)
  expect(embedded).toHaveLength(2)
})
