import type { RerankPassage } from '@shutten/core'
import { expect, test } from 'vitest'
import { getBundledModels } from '../fixtures/create-test-index.js'
import { createReaderReranker } from './create-reader-reranker.js'

const { reader } = getBundledModels()
const query = 'GPT-3のパラメータはいくつですか？'
const passages: RerankPassage[] = [
  ['Whisper', 'インターネットから集めた68万時間の音声で学習した音声認識モデルである。'],
  ['GPT-3', 'OpenAIが2020年に発表した大規模言語モデルで、1750億個のパラメータを持つ。'],
  ['YOLOX', '旷視科技が2021年に公開した物体検出モデルである。'],
].map(([title = '', text = '']) => ({ title, headingPath: [], text, language: 'ja' }))

test('the reader scores what answers, and points at the answer in the text itself', async () => {
  const scores = await createReaderReranker({ reader }).rerank({ query, passages })
  expect(scores.map((score) => (score?.probability ?? 0) > 0.2)).toEqual([false, true, false])
  const { start, end } = scores[1]?.reading?.answer ?? { start: 0, end: 0 }
  expect(passages[1]?.text.slice(start, end)).toMatch(/^1750億/)
})

test('a score is the same whatever stands beside the passage and whatever the budget', async () => {
  const reranker = createReaderReranker({ reader })
  const all = await reranker.rerank({ query, passages })
  const alone = await reranker.rerank({ query, passages: passages.slice(1, 2) })
  const within = await reranker.rerank({ query, passages, budgetMs: 600_000 })
  expect(alone[0]).toEqual(all[1])
  expect(within).toEqual(all)
})

test('a budget that is too small for two scores one; none scores none', async () => {
  let time = 0
  const reranker = createReaderReranker({
    reader,
    now: () => {
      time += 10
      return time
    },
  })
  const hurried = await reranker.rerank({ query, passages, budgetMs: 15 })
  expect(hurried.map((score) => score !== null)).toEqual([true, false, false])
  expect(await reranker.rerank({ query, passages, budgetMs: 0 })).toEqual([null, null, null])
})

test('a signal that has fired rejects with CANCELLED', async () => {
  const signal = AbortSignal.abort()
  await expect(createReaderReranker({ reader }).rerank({ query, passages, signal })).rejects.toMatchObject({
    code: 'CANCELLED',
  })
})
