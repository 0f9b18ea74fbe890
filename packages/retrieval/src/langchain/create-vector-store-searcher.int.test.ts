import path from 'node:path'
import { MemoryVectorStore } from '@langchain/classic/vectorstores/memory'
import { HNSWLib } from '@langchain/community/vectorstores/hnswlib'
import type { GenerationPassage, SearchFilters } from '@shutten/core'
import { articlesFolder } from '@shutten/sample-articles'
import { createSuiteFolder } from '@shutten/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestIndex, getBundledModels, type TestIndex } from '../fixtures/create-test-index.js'
import { createReaderReranker } from '../rerank/create-reader-reranker.js'
import { acceptsPassage } from './accepts-passage.js'
import { createLangChainEmbeddings } from './create-langchain-embeddings.js'
import { createVectorStoreSearcher } from './create-vector-store-searcher.js'
import { toStoredPassageDocument } from './passage-document.js'

const { embedder, reader } = getBundledModels()
const embeddings = createLangChainEmbeddings({ embedder })
const folder = createSuiteFolder()
const names = ['bert', 'gpt-3', 'whisper', 'yolox', 'padim']
let index: TestIndex
let passages: GenerationPassage[]
const stores: { memory?: MemoryVectorStore; hnswlib?: HNSWLib } = {}

beforeAll(async () => {
  index = await createTestIndex(folder)
  const locations = names.map((name) => path.join(articlesFolder, `${name}.md`))
  await index.ingestor.ingest({ locations, tags: ['見本'] })
  await index.ingestor.ingestTexts({
    documents: [
      { id: 'cat', uri: 'https://example.com/cats/1', title: 'Cats', text: 'A cat sleeps for twelve hours a day.' },
    ],
  })
  const { generation, release } = await index.generations.acquire()
  passages = generation.getPassages(Array.from({ length: generation.manifest.counts.passages }, (_, i) => i))
  release()
  const documents = passages.map((passage) => toStoredPassageDocument(passage, generation.id))
  stores.memory = await MemoryVectorStore.fromDocuments(documents, embeddings)
  stores.hnswlib = await HNSWLib.fromDocuments(documents, embeddings)
})
afterAll(() => index.close())

describe.each(['memory', 'hnswlib'] as const)('over the store %s', (kind) => {
  const makeSearcher = (now = () => performance.now()) =>
    createVectorStoreSearcher({
      store: stores[kind] as MemoryVectorStore | HNSWLib,
      reranker: createReaderReranker({ reader, now }),
      settings: { rerankFirst: 4 },
    })

  it.each([
    ['BERTはいつ発表されましたか？', 'bert'],
    ['Whisperは何時間の音声で学習しましたか？', 'whisper'],
    ['How many parameters does GPT-3 have?', 'gpt-3'],
  ])('%s', async (query, name) => {
    const { results } = await makeSearcher().search({ query, k: 3 })
    expect(results[0]?.uri).toContain(`/${name}.md`)
    const scores = results.map(({ score }) => score)
    expect(scores).toEqual(scores.toSorted((a, b) => b - a))
    for (const { signals } of results) expect(signals.reranker).toEqual(expect.any(Number))
    for (const { documentId, start, end, text } of results)
      expect((await index.database.documents.get(documentId)).text.slice(start, end)).toBe(text)
  })

  it('gives cosines, best first', async () => {
    const { results } = await makeSearcher().search({ query: '物体検出のモデルは？', k: 5, rerank: false })
    const cosines = results.map(({ signals }) => signals.dense as number)
    expect(cosines).toEqual(cosines.toSorted((a, b) => b - a))
    const query = await embedder.embedQuery('物体検出のモデルは？')
    const [vector] = await embedder.embedPassages([results[0]?.text ?? ''])
    const cosine = query.reduce((sum, value, i) => sum + value * (vector?.[i] ?? 0), 0)
    expect(cosines[0]).toBeCloseTo(cosine, 2)
  })

  it('keeps to filters, few as they may let through', async () => {
    const { results } = await makeSearcher().search({
      query: '猫は何時間眠りますか？',
      k: 5,
      rerank: false,
      filters: { sources: ['https://example.com/cats'] },
    })
    expect(results.map(({ documentId }) => documentId)).toEqual(['cat'])
  })

  it('scores what the budget allows and says so of the rest', async () => {
    let time = 0
    const now = () => {
      time += 10
      return time
    }
    const { results } = await makeSearcher(now).search({
      query: 'BERTはいつ発表されましたか？',
      k: 6,
      rerankBudgetMs: 15,
    })
    expect(results.filter(({ signals }) => typeof signals.reranker === 'number')).toHaveLength(1)
    expect(results.map(({ signals }) => signals.rerankerSkipped).toSorted()).toEqual([
      'beyond-depth',
      'beyond-depth',
      'out-of-time',
      'out-of-time',
      'out-of-time',
      undefined,
    ])
  })
})

it.each<SearchFilters>([
  { languages: ['ja'] },
  { languages: ['en'] },
  { tags: ['見本'] },
  { tags: ['ミホン'] },
  { documents: ['cat'] },
  { sources: ['https://example.com/cats'] },
  { sources: ['https://example.com/cat'] },
  { sources: ['https://example.com/'], languages: ['en', 'ja'] },
  { from: '2026-01-01' },
  { until: '2020-01-01' },
])('lets through what the index itself would: %j', async (filters) => {
  const { generation, release } = await index.generations.acquire()
  const expected = Array.from(generation.findOrdinals(filters).values())
  release()
  expect(passages.filter((passage) => acceptsPassage(filters, passage)).map(({ ordinal }) => ordinal)).toEqual(expected)
})
