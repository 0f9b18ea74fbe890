import { type Reranker, ShuttenError } from '@shutten/core'
import { describe, expect, it } from 'vitest'
import { makeEmbedder, makeGeneration, serveGeneration } from '../fixtures/make-generation.js'
import { makePassage } from '../fixtures/make-passage.js'
import { createSearcher } from './create-searcher.js'

const passages = ['山の本文。', '川の本文。', '海の本文。'].map((text, i) => makePassage(i, { text }))

const search = (reranker: Reranker | null, budget?: number) =>
  createSearcher({
    generations: serveGeneration(makeGeneration(passages)),
    embedder: makeEmbedder(),
    reranker,
    settings: { rerankFirst: 2 },
  }).search({ query: '自然', ...(budget !== undefined && { rerankBudgetMs: budget }) })

describe('createSearcher', () => {
  it('gives the budget to the reranker', async () => {
    const budgets: (number | undefined)[] = []
    const reranker: Reranker = {
      id: 'watching',
      async rerank({ passages: given, budgetMs }) {
        budgets.push(budgetMs)
        return given.map((_, i) => ({ probability: i }))
      },
    }
    const { results } = await search(reranker, 25)
    await search(reranker)
    expect(budgets).toEqual([25, undefined])
    expect(results.map(({ passageId }) => passageId)).toEqual(['p1', 'p0', 'p2'])
  })

  it('finds without the reranker that is down, and says so', async () => {
    const response = await search({
      id: 'down',
      async rerank() {
        throw new ShuttenError({ code: 'RERANKER_UNAVAILABLE', message: 'It is down.', suggestion: 'Start it.' })
      },
    })
    expect(response.warnings).toEqual([
      { code: 'RERANKER_UNAVAILABLE', message: 'It is down.', suggestion: 'Start it.' },
    ])
    expect(response.results.map(({ passageId }) => passageId)).toEqual(['p0', 'p1', 'p2'])
    for (const { signals } of response.results) expect(signals).not.toHaveProperty('reranker')
  })

  it('has no warning when nothing failed', async () => {
    expect(await search(null)).not.toHaveProperty('warnings')
  })
})
