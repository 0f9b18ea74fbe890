import path from 'node:path'
import { searchRequestSchema } from '@shutten/core'
import { createDatabase } from '@shutten/database'
import { embeddingModel } from '@shutten/embedding-model'
import { createBundledEmbedder } from '@shutten/embeddings'
import { createGenerationStore } from '@shutten/generations'
import { createInvertedIndexFactory } from '@shutten/lexical-index'
import { createModelThread } from '@shutten/onnx'
import { createSearcher, createServingGenerations } from '@shutten/retrieval'
import { createTemporaryFolder } from '@shutten/testing'
import { createHnswIndexFactory } from '@shutten/vector-index'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createHandler } from '../http/create-handler'
import { handleSearch } from './handle-search'

async function setUp() {
  const folder = await createTemporaryFolder()
  const database = await createDatabase({ file: path.join(folder, 'shutten.db') })
  onTestFinished(() => database.close())
  const searcher = createSearcher({
    generations: createServingGenerations({
      store: createGenerationStore({
        folder: path.join(folder, 'generations'),
        vectorIndex: createHnswIndexFactory(),
        lexicalIndex: createInvertedIndexFactory(),
      }),
      records: database.ingestion,
    }),
    embedder: createBundledEmbedder({ thread: createModelThread({ embedder: embeddingModel }) }),
    reranker: null,
  })
  const handler = createHandler({
    getServer: async () => ({ ...database, search: searcher.search }),
    access: { least: 'chat', scopes: ['ask'] },
    body: searchRequestSchema,
    handle: handleSearch,
  })
  const search = async (body: object) => {
    const response = await handler(
      new Request('http://docs.example/api/v1/search', {
        method: 'POST',
        body: JSON.stringify({ query: '基盤モデル', ...body }),
        headers: { 'Content-Type': 'application/json' },
      }),
      { params: Promise.resolve({}) },
    )
    const { error } = await response.json()
    return [response.status, error?.code, Boolean(error?.message && error?.suggestion)]
  }
  return { database, search }
}

describe('a search by HTTP', () => {
  it.each([
    [{ k: 0 }, 'INPUT_INVALID'],
    [{ k: 101 }, 'INPUT_INVALID'],
    [{ k: 1.5 }, 'INPUT_INVALID'],
    [{ k: 'ten' }, 'INPUT_INVALID'],
    // What JSON makes of NaN.
    [{ k: null }, 'INPUT_INVALID'],
    [{ rerankBudgetMs: -1 }, 'INPUT_INVALID'],
    [{ query: ' ' }, 'QUESTION_EMPTY'],
    [{ filters: 'tags' }, 'FILTER_INVALID'],
    [{ filters: { tag: ['人事'] } }, 'FILTER_INVALID'],
    [{ filters: { tags: [] } }, 'FILTER_INVALID'],
    [{ filters: { languages: ['fr'] } }, 'FILTER_INVALID'],
    [{ filters: { from: '2026-02-30' } }, 'FILTER_INVALID'],
    [{ filters: { from: '2026-02-02', until: '2026-02-01' } }, 'FILTER_INVALID'],
  ])('refuses %j', async (body, code) => {
    const { search } = await setUp()
    expect(await search(body)).toEqual([400, code, true])
  })

  it('says that there is nothing yet, and that what served is gone', async () => {
    const { database, search } = await setUp()
    expect(await search({ filters: { tags: ['人事'] } })).toEqual([409, 'INDEX_EMPTY', true])
    await database.ingestion.switchTo({
      generationId: 'gone',
      versions: [],
      counts: { documents: 0, passages: 0 },
      embedder: 'e',
    })
    expect(await search({ filters: { tags: ['人事'] } })).toEqual([503, 'GENERATION_NOT_FOUND', true])
  })
})
