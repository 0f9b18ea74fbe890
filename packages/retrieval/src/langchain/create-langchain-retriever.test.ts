import { RunnableLambda } from '@langchain/core/runnables'
import { type SearchResponse, type SearchResult, ShuttenError } from '@shutten/core'
import { describe, expect, it } from 'vitest'
import type { SearchOptions } from '../search/search-options.js'
import { createLangChainRetriever } from './create-langchain-retriever.js'

const result: SearchResult = {
  rank: 1,
  documentId: 'd1',
  passageId: 'p1',
  versionId: 'v1',
  title: 'BERT',
  headingPath: ['構造'],
  uri: 'file:///bert.md',
  language: 'ja',
  start: 10,
  end: 15,
  text: 'BERTは…',
  score: 1.2,
  signals: { dense: 0.9, lexical: 3, fused: 0.7, reranker: 0.8, matches: [] },
  passages: [{ passageId: 'p1', start: 10, end: 15 }],
  duplicates: [],
}

/** Gives the one result and keeps what it was asked. */
function createSearcher(part: Partial<SearchResponse> = {}) {
  const asked: SearchOptions[] = []
  return {
    asked,
    async search(options: SearchOptions): Promise<SearchResponse> {
      asked.push(options)
      options.signal?.throwIfAborted()
      return { query: options.query, results: [result], generation: 'g1', timings: {}, ...part }
    },
  }
}

describe('createLangChainRetriever', () => {
  it('gives passages as LangChain documents with their place in the source', async () => {
    const searcher = createSearcher()
    const documents = await createLangChainRetriever({ searcher }).invoke('BERTとは')
    const { text, ...place } = result
    expect(documents).toEqual([
      expect.objectContaining({
        id: 'p1',
        pageContent: text,
        metadata: { ...place, source: 'file:///bert.md', generation: 'g1' },
      }),
    ])
    expect(searcher.asked).toEqual([{ query: 'BERTとは', k: 10 }])
  })

  it('asks with the number, the filters and the budget it was made with', async () => {
    const searcher = createSearcher()
    const settings = { k: 3, filters: { languages: ['ja' as const] }, rerank: true, rerankBudgetMs: 80 }
    await createLangChainRetriever({ searcher, ...settings }).invoke('BERTとは')
    expect(searcher.asked).toEqual([{ query: 'BERTとは', ...settings }])
  })

  it('tells with each document what was left out', async () => {
    const warnings = [{ code: 'RERANKER_UNAVAILABLE' as const, message: 'm', suggestion: 's' }]
    const [document] = await createLangChainRetriever({ searcher: createSearcher({ warnings }) }).invoke('BERT')
    expect(document?.metadata.warnings).toEqual(warnings)
  })

  it('tells its own callbacks and those of the call, with tags and metadata', async () => {
    const told: unknown[] = []
    const retriever = createLangChainRetriever({
      searcher: createSearcher(),
      tags: ['own'],
      metadata: { from: 'test' },
      callbacks: [
        {
          handleRetrieverStart(_retriever, query, _run, _parent, tags, metadata) {
            told.push([query, tags, metadata])
          },
        },
      ],
    })
    const config = {
      tags: ['call'],
      callbacks: [
        {
          handleRetrieverEnd(documents: unknown[]) {
            told.push(documents.length)
          },
        },
      ],
    }
    const expected = ['BERT', expect.arrayContaining(['own', 'call']), expect.objectContaining({ from: 'test' })]
    await retriever.invoke('BERT', config)
    expect(told).toEqual([expected, 1])
    told.length = 0
    await retriever.invoke('BERT', { ...config, signal: new AbortController().signal })
    expect(told).toEqual([expected, 1])
  })

  it("hands the call's signal to the search", async () => {
    const searcher = createSearcher()
    const retriever = createLangChainRetriever({ searcher })
    const { signal } = new AbortController()
    await retriever.invoke('BERT', { signal })
    await retriever.invoke('BERT')
    expect(searcher.asked.map((options) => options.signal)).toEqual([signal, undefined])
    await expect(retriever.invoke('BERT', { signal: AbortSignal.abort() })).rejects.toThrow()
  })

  it('is a runnable that chains and takes a batch', async () => {
    const retriever = createLangChainRetriever({ searcher: createSearcher() })
    const chain = retriever.pipe(RunnableLambda.from((documents) => documents.length))
    expect(await chain.invoke('BERT')).toBe(1)
    expect(await retriever.batch(['BERT', 'GPT'])).toHaveLength(2)
  })

  it('passes a coded error on', async () => {
    const retriever = createLangChainRetriever({
      searcher: {
        search: async () => {
          throw new ShuttenError({ code: 'INDEX_EMPTY', message: 'm', suggestion: 's' })
        },
      },
    })
    await expect(retriever.invoke('BERT')).rejects.toMatchObject({ code: 'INDEX_EMPTY' })
  })
})
