import { analyze } from '@shutten/text'
import { expect, it } from 'vitest'
import { createMemoryIndex } from './create-memory-index.js'
import { findRank } from './find-rank.js'

const documents = [
  { title: '日本銀行', headings: '', body: '中央銀行として通貨を発行する。' },
  { title: 'GPT-3', headings: '', body: '言語モデルである。' },
  { title: '通貨', headings: '', body: '円は日本の通貨であり、日本銀行が発行する。' },
]
const index = createMemoryIndex({ documents, analyze })
const weights = { word: 1, latinWord: 1, bigram: 0.5 }

it('ranks what holds more of the query first, and gives 0 to what holds nothing', () => {
  const scores = index.score({ text: '通貨を発行する日本の円', weights })
  expect(findRank(scores, [2])).toBe(1)
  expect(findRank(scores, [0])).toBe(2)
  expect(findRank(scores, [1])).toBe(Number.POSITIVE_INFINITY)
  expect(findRank(scores, [0, 1])).toBe(2)
})

it('counts each kind of term by its weight, and other names by theirs', () => {
  const of = (changes: Partial<typeof weights>, also: { text: string; weight: number }[] = []) =>
    index.score({ text: 'GPTの通貨', weights: { ...weights, ...changes }, also })
  expect(of({ latinWord: 3 })[1]).toBeCloseTo(3 * (of({})[1] ?? 0))
  expect(of({ word: 0, bigram: 0 })[2]).toBe(0)
  const [plain, named] = [of({}), of({}, [{ text: '中央銀行', weight: 0.5 }])]
  expect(named[0]).toBeGreaterThan(plain[0] ?? 0)
  expect(named[1]).toBe(plain[1])
})

it('gives equal scores their rank by position', () => {
  expect(findRank(Float64Array.of(1, 2, 2), [2])).toBe(2)
  expect(findRank(Float64Array.of(1, 2, 2), [1, 2])).toBe(1)
})
