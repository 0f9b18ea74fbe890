import type { Reader, RerankPassage } from '@shutten/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createReaderReranker } from './create-reader-reranker.js'

/** A reader whose clock goes on by `msPerCharacter` for each character of passage that it reads. */
function createClockedReader(msPerCharacter: number) {
  const state = { now: 1_000, read: [] as string[] }
  const reader: Reader = {
    id: 'clocked',
    maxTokens: 512,
    async read({ question, passages, signal }) {
      signal?.throwIfAborted()
      return passages.map((text) => {
        state.read.push(text)
        state.now += msPerCharacter * (question.length + text.length)
        return { relevance: text.length, answer: { start: text.length - 1, end: text.length, score: 1 } }
      })
    },
    close: async () => {},
  }
  return { state, reranker: createReaderReranker({ reader, now: () => state.now }) }
}

const passageOf = (text: string): RerankPassage => ({ title: '題', headingPath: [], text, language: 'ja' })
const query = 'これは何ですか？'

describe('createReaderReranker', () => {
  it('scores all without a budget, with offsets into the text alone', async () => {
    const { reranker } = createClockedReader(1)
    const scores = await reranker.rerank({ query, passages: ['本文。', '別の本文。'].map(passageOf) })
    expect(scores.map((score) => score?.reading?.answer)).toEqual([
      { start: 2, end: 3, score: 1 },
      { start: 4, end: 5, score: 1 },
    ])
  })

  it('scores nothing within no time', async () => {
    const { reranker, state } = createClockedReader(1)
    expect(await reranker.rerank({ query, passages: [passageOf('本文。')], budgetMs: 0 })).toEqual([null])
    expect(state.read).toEqual([])
  })

  it('scores from the first on, overruns by one passage at most, and leaves no time unused that another would fit in', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 400 }), { maxLength: 12 }),
        fc.integer({ min: 1, max: 2_000 }),
        fc.constantFrom(0.25, 0.5, 1, 2),
        async (lengths, budgetMs, pace) => {
          const { reranker, state } = createClockedReader(pace)
          const passages = lengths.map((length) => passageOf('字'.repeat(length)))
          const started = state.now
          const scores = await reranker.rerank({ query, passages, budgetMs })
          const scored = scores.filter((score) => score !== null).length
          expect(scores.slice(0, scored)).not.toContain(null)
          const costs = passages.map(({ text }) => pace * (query.length + text.length + '題。'.length))
          const spent = state.now - started
          expect(spent).toBe(costs.slice(0, scored).reduce((sum, cost) => sum + cost, 0))
          expect(spent).toBeLessThanOrEqual(Math.max(budgetMs, costs[0] ?? 0))
          if (scored < passages.length) expect(spent + (costs[scored] as number)).toBeGreaterThan(budgetMs)
        },
      ),
    )
  })

  it('passes the signal on', async () => {
    const { reranker } = createClockedReader(1)
    const signal = AbortSignal.abort()
    await expect(reranker.rerank({ query, passages: [passageOf('本文。')], signal })).rejects.toThrow()
  })
})
