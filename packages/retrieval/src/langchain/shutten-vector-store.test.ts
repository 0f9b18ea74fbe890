import { Document } from '@langchain/core/documents'
import { FakeEmbeddings } from '@langchain/core/utils/testing'
import { describe, expect, it } from 'vitest'
import { makeEmbedder, makeGeneration, serveGeneration } from '../fixtures/make-generation.js'
import { makePassage } from '../fixtures/make-passage.js'
import { createLangChainEmbeddings } from './create-langchain-embeddings.js'
import { createLangChainVectorStore } from './create-langchain-vector-store.js'
import { ShuttenVectorStore } from './shutten-vector-store.js'

const embedder = makeEmbedder()
const passages = [makePassage(0), makePassage(1, { language: 'en' }), makePassage(2)]
const store = createLangChainVectorStore({ generations: serveGeneration(makeGeneration(passages)), embedder })

describe('createLangChainVectorStore', () => {
  it('gives passages with their place', async () => {
    const found = await store.similaritySearchWithScore('何か', 2)
    expect(found.map(([{ id }, score]) => [id, score])).toEqual([
      ['p0', 0.95],
      ['p1', 0.95 - 0.05],
    ])
    expect(found[0]?.[0]).toMatchObject({
      pageContent: passages[0]?.text,
      metadata: { documentId: 'd0', start: 0, end: passages[0]?.text.length, source: 'file:///0.md', generation: 'g1' },
    })
  })

  it('takes the filters of the search', async () => {
    const found = await store.similaritySearch('何か', 4, { languages: ['ja'] })
    expect(found.map(({ id }) => id)).toEqual(['p0', 'p2'])
    await expect(store.similaritySearch('何か', 4, { colour: 'red' } as never)).rejects.toMatchObject({
      code: 'FILTER_INVALID',
    })
  })

  it.each([
    ['a k of 0', () => store.similaritySearch('何か', 0)],
    ['a vector without direction', () => store.similaritySearchVectorWithScore([0, 0], 1)],
    ['vectors to add', () => store.addVectors()],
    ['documents to a store that only searches', () => store.addDocuments([new Document({ pageContent: 'x' })])],
    ['a deletion from a store that only searches', () => store.delete({ ids: ['d0'] })],
    [
      'a deletion of everything',
      () =>
        createLangChainVectorStore({
          generations: serveGeneration(makeGeneration([])),
          embedder,
          remove: async () => {},
        }).delete(),
    ],
    [
      'embeddings of another kind',
      () =>
        ShuttenVectorStore.fromTexts(['x'], {}, new FakeEmbeddings(), {
          generations: serveGeneration(makeGeneration([])),
          embedder,
        }),
    ],
  ])('refuses %s', async (_, call) => {
    await expect(call()).rejects.toMatchObject({ code: 'INPUT_INVALID' })
  })

  it('refuses an index that another embedder made', async () => {
    const other = createLangChainVectorStore({
      generations: serveGeneration(makeGeneration(passages)),
      embedder: { ...embedder, id: 'other' },
    })
    await expect(other.similaritySearch('何か')).rejects.toMatchObject({ code: 'EMBEDDER_MISMATCH' })
  })

  it('hands texts to ingestion with ids, addresses that differ, and titles', async () => {
    const taken: unknown[] = []
    const given = await ShuttenVectorStore.fromTexts(
      ['# 見出し\n本文。', '別の本文。'],
      [
        { source: 'https://example.com/a', language: 'ja' },
        { source: 'https://example.com/a', title: '題' },
      ],
      createLangChainEmbeddings({ embedder }),
      {
        generations: serveGeneration(makeGeneration([])),
        embedder,
        ingest: async (documents) => {
          taken.push(...documents)
          return { failed: [] }
        },
      },
    )
    expect(given).toBeInstanceOf(ShuttenVectorStore)
    const id = expect.stringMatching(/^[0-9a-f-]{36}$/)
    const uri = expect.stringMatching(/^https:\/\/example\.com\/a#[0-9a-f-]{36}$/)
    expect(taken).toEqual([
      { id, uri, title: '見出し', text: '# 見出し\n本文。', language: 'ja' },
      { id, uri, title: '題', text: '別の本文。' },
    ])
  })
})
