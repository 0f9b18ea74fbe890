import { RunnableLambda } from '@langchain/core/runnables'
import { type SearchResult, ShuttenError } from '@shutten/core'
import { describe, expect, it } from 'vitest'
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

describe('createLangChainRetriever', () => {
  it('gives passages as LangChain documents with their place in the source', async () => {
    const asked: unknown[] = []
    const retriever = createLangChainRetriever({
      searcher: {
        async search(options) {
          asked.push(options)
          return { query: options.query, results: [result], generation: 'g1', timings: {} }
        },
      },
      k: 3,
    })
    const [document] = await retriever.invoke('BERTとは')
    const { text, ...place } = result
    expect(document).toMatchObject({ id: 'p1', pageContent: text, metadata: { ...place, generation: 'g1' } })
    expect(asked).toEqual([{ query: 'BERTとは', k: 3 }])
  })

  it('is a runnable that chains', async () => {
    const retriever = createLangChainRetriever({
      searcher: { search: async ({ query }) => ({ query, results: [result], generation: 'g1', timings: {} }) },
    })
    const chain = retriever.pipe(RunnableLambda.from((documents) => documents.length))
    expect(await chain.invoke('BERT')).toBe(1)
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
