import { MemoryVectorStore } from '@langchain/classic/vectorstores/memory'
import { Document, type DocumentInterface } from '@langchain/core/documents'
import { type Reranker, ShuttenError } from '@shutten/core'
import { describe, expect, it } from 'vitest'
import { makeEmbedder } from '../fixtures/make-generation.js'
import { makePassage } from '../fixtures/make-passage.js'
import { createLangChainEmbeddings } from './create-langchain-embeddings.js'
import { createVectorStoreSearcher } from './create-vector-store-searcher.js'
import { toStoredPassageDocument } from './passage-document.js'

const embeddings = createLangChainEmbeddings({ embedder: makeEmbedder() })

async function createMemory(documents: DocumentInterface[]) {
  const store = new MemoryVectorStore(embeddings)
  await store.addDocuments(documents as Document[])
  return store
}

/** A store that takes no filter, and counts how many documents were asked for. */
class PlainStore extends MemoryVectorStore {
  asked: number[] = []

  override _vectorstoreType() {
    return 'plain'
  }

  override async similaritySearchVectorWithScore(query: number[], k: number, filter?: this['FilterType']) {
    if (filter) throw new Error('This store takes no filter.')
    this.asked.push(k)
    return super.similaritySearchVectorWithScore(query, k)
  }
}

describe('createVectorStoreSearcher', () => {
  it("keeps the place of Shutten's passages", async () => {
    const passage = makePassage(3, { start: 40, end: 40 + 4, text: '四文字だ', headingPath: ['節'], versionId: 'v9' })
    const store = await createMemory([toStoredPassageDocument(passage, 'g1')])
    const { results, generation } = await createVectorStoreSearcher({ store }).search({ query: '何か' })
    expect(generation).toBe('langchain:memory')
    expect(results).toEqual([
      expect.objectContaining({
        rank: 1,
        documentId: 'd3',
        passageId: 'p3',
        versionId: 'v9',
        headingPath: ['節'],
        start: 40,
        end: 44,
        text: '四文字だ',
        passages: [{ passageId: 'p3', start: 40, end: 44 }],
      }),
    ])
    expect(results[0]?.signals).not.toHaveProperty('reranker')
  })

  it.each([
    [{ source: 'reports/2026.pdf', loc: { pageNumber: 7 } }, 'reports/2026.pdf#page=7', '2026.pdf'],
    [{ source: 'notes.md', loc: { lines: { from: 3, to: 9 } } }, 'notes.md#L3-L9', 'notes.md'],
    [{ source: 'https://example.com/a', title: '題' }, 'https://example.com/a', '題'],
    [{}, '', '本文の一行目'],
  ])('takes a document from elsewhere as one of its own: %j', async (metadata, uri, title) => {
    const text = '本文の一行目\nと二行目。'
    const store = await createMemory([new Document({ pageContent: text, metadata })])
    const { results } = await createVectorStoreSearcher({ store }).search({ query: '何か' })
    expect(results).toEqual([expect.objectContaining({ uri, title, language: 'ja', start: 0, end: text.length, text })])
    expect(results[0]?.passageId).not.toBe('')
  })

  it('does not take numbers that are no place for one', async () => {
    const store = await createMemory([new Document({ pageContent: '本文', metadata: { start: 5, end: 90 } })])
    const { results } = await createVectorStoreSearcher({ store }).search({ query: '何か' })
    expect(results[0]).toMatchObject({ start: 0, end: 2 })
  })

  const many = Array.from({ length: 60 }, (_, i) => makePassage(i, { language: i % 20 === 0 ? 'en' : 'ja' }))
  const documents = many.map((passage) => toStoredPassageDocument(passage, 'g1'))

  it('hands a filter to a store that takes functions', async () => {
    const store = await createMemory(documents)
    const { results } = await createVectorStoreSearcher({ store }).search({
      query: '何か',
      k: 5,
      filters: { languages: ['en'] },
    })
    expect(results.map(({ documentId }) => documentId).toSorted()).toEqual(['d0', 'd20', 'd40'])
  })

  it('fetches more and more from a store that does not, until enough have passed', async () => {
    const store = new PlainStore(embeddings)
    await store.addDocuments(documents as Document[])
    const search = createVectorStoreSearcher({ store })
    const { results } = await search.search({ query: '何か', k: 3, filters: { languages: ['en'] } })
    expect(results).toHaveLength(3)
    expect(store.asked[0]).toBe(3)
    expect(store.asked.at(-1)).toBeLessThanOrEqual(192)
    store.asked = []
    expect((await search.search({ query: '何か', k: 3, filters: { languages: ['ja'] } })).results).toHaveLength(3)
    expect(store.asked.length).toBeLessThanOrEqual(2)
    store.asked = []
    expect((await search.search({ query: '何か', k: 3, filters: { tags: ['none'] } })).results).toEqual([])
    expect(store.asked.at(-1)).toBeGreaterThan(60)
  })

  it('reranks, tells what it did not score, and goes on without a reranker that is down', async () => {
    const store = await createMemory(documents.slice(0, 3))
    const backwards: Reranker = {
      id: 'backwards',
      rerank: async ({ passages, budgetMs }) =>
        passages.map((_, i) => (budgetMs === 0 ? null : { probability: i / passages.length })),
    }
    const searcher = createVectorStoreSearcher({ store, reranker: backwards, settings: { fusedWeight: 0 } })
    const plain = await searcher.search({ query: '何か', rerank: false })
    const order = plain.results.map(({ passageId }) => passageId)
    const reranked = await searcher.search({ query: '何か' })
    expect(reranked.results.map(({ passageId }) => passageId)).toEqual(order.toReversed())
    const hurried = await searcher.search({ query: '何か', rerankBudgetMs: 0 })
    expect(hurried.results.map(({ passageId }) => passageId)).toEqual(order)
    for (const { signals } of hurried.results)
      expect(signals).toMatchObject({ reranker: null, rerankerSkipped: 'out-of-time' })
    const down: Reranker = {
      id: 'down',
      async rerank() {
        throw new ShuttenError({ code: 'RERANKER_UNAVAILABLE', message: 'm', suggestion: 's' })
      },
    }
    const degraded = await createVectorStoreSearcher({ store, reranker: down }).search({ query: '何か' })
    expect(degraded.warnings).toEqual([{ code: 'RERANKER_UNAVAILABLE', message: 'm', suggestion: 's' }])
    expect(degraded.results.map(({ passageId }) => passageId)).toEqual(order)
  })

  it('finds nothing in an empty store', async () => {
    const searcher = createVectorStoreSearcher({ store: await createMemory([]) })
    expect((await searcher.search({ query: '何か' })).results).toEqual([])
  })

  it.each([
    [{ query: '' }, 'QUESTION_EMPTY'],
    [{ query: '何か', k: 101 }, 'INPUT_INVALID'],
    [{ query: '何か', filters: { from: 'soon' } }, 'FILTER_INVALID'],
    [{ query: '何か', signal: AbortSignal.abort() }, 'CANCELLED'],
  ])('refuses %j', async (call, code) => {
    const searcher = createVectorStoreSearcher({ store: await createMemory([]) })
    await expect(searcher.search(call)).rejects.toMatchObject({ code })
  })
})
