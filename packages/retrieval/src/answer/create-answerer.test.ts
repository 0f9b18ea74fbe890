import { type Reader, type Reranker, ShuttenError } from '@shutten/core'
import { describe, expect, it } from 'vitest'
import { createPhraseReader } from '../fixtures/create-phrase-reader.js'
import { makeEmbedder, makeGeneration, serveGeneration } from '../fixtures/make-generation.js'
import { makePassage } from '../fixtures/make-passage.js'
import { createAnswerer } from './create-answerer.js'
import { finishAnswer } from './finish-answer.js'

const wanted = '東京タワーの高さは333メートルである。'
const passages = ['天気は晴れである。', wanted, '猫は眠る。'].map((text, i) => makePassage(i, { text }))

const last: Reranker = {
  id: 'last-first',
  rerank: async ({ passages: given }) => given.map((_, i) => ({ probability: i / given.length })),
}

const wantedFirst: Reranker = {
  id: 'wanted-first',
  rerank: async ({ passages: given }) => given.map(({ text }) => ({ probability: text === wanted ? 1 : 0 })),
}

const down: Reranker = {
  id: 'down',
  async rerank() {
    throw new ShuttenError({ code: 'RERANKER_UNAVAILABLE', message: 'It is down.', suggestion: 'Start it.' })
  },
}

const ask = (options: { reader: Reader; reranker?: Reranker | null }) =>
  finishAnswer(
    createAnswerer({
      generations: serveGeneration(makeGeneration(passages)),
      embedder: makeEmbedder(),
      ...options,
    }).ask({ question: '東京タワーの高さは何メートルですか？' }),
  )

describe('createAnswerer', () => {
  it.each([
    ['the reader', undefined, 'phrase-reader'],
    ['another reranker', last, 'last-first'],
    ['no reranker', null, null],
  ])('judges the evidence by the reader when %s orders the passages', async (_, reranker, named) => {
    const reader = createPhraseReader('333メートル')
    const answer = await ask({ reader, ...(reranker !== undefined && { reranker }) })
    expect(answer).toMatchObject({ status: 'answered', citations: [{ quote: wanted }], model: { reranker: named } })
    expect(answer.citations[0]?.highlights).toHaveLength(1)
    expect(answer).not.toHaveProperty('warnings')
  })

  it('is as sure with another reranker as with the reader where both put the passage first', async () => {
    const confidences = await Promise.all(
      [undefined, wantedFirst].map(async (reranker) => {
        const reader = createPhraseReader('333メートル')
        return (await ask({ reader, ...(reranker !== undefined && { reranker }) })).confidence
      }),
    )
    expect(new Set(confidences).size).toBe(1)
  })

  it('answers without the reranker that is down, and says so', async () => {
    const reader = createPhraseReader('333メートル')
    expect(await ask({ reader, reranker: down })).toMatchObject({
      status: 'answered',
      model: { reranker: null },
      warnings: [
        {
          code: 'RERANKER_UNAVAILABLE',
          message: 'It is down.',
          suggestion: 'Start it.',
          notice: expect.stringContaining('再順位付け'),
        },
      ],
    })
  })
})
