import { describe, expect, it } from 'vitest'
import { makeFound } from '../fixtures/make-found.js'
import { makePassage } from '../fixtures/make-passage.js'
import { foldDuplicates } from './fold-duplicates.js'
import { spreadDocuments } from './spread-documents.js'

const limits = { resultsPerDocument: 2, minThirdShare: 0.8 }

function spread(options: { query: string; k: number; found: [documentId: string, fused: number][] }): string {
  const { query, k, found } = options
  const hits = found.map(([documentId, fused], i) =>
    makeFound(
      makePassage(i, { documentId, title: { a: '基盤モデルの説明', b: '川', c: '海辺の宿' }[documentId] ?? '' }),
      {
        fused,
      },
    ),
  )
  const groups = spreadDocuments({ groups: foldDuplicates(hits), query, k, limits })
  return groups.map(({ best }) => best.passage.documentId + best.passage.ordinal).join(' ')
}

describe('spreadDocuments', () => {
  const broad: [string, number][] = [
    ['a', 1],
    ['a', 0.98],
    ['a', 0.96],
    ['a', 0.95],
    ['b', 0.9],
    ['c', 0.8],
  ]

  it('lets other documents go before the third passage of one, when the query is broad', () => {
    expect(spread({ query: '自然の姿', k: 4, found: broad })).toBe('a0 a1 b4 c5 a2 a3')
    expect(spread({ query: '自然の姿', k: 3, found: broad })).toBe('a0 a1 b4 a2 a3 c5')
  })

  it('leaves the order when the query names the best article', () => {
    expect(spread({ query: '基盤モデルとは何ですか', k: 4, found: broad })).toBe('a0 a1 a2 a3 b4 c5')
  })

  it('leaves the order when the query names another of the best', () => {
    expect(spread({ query: '海辺の宿の料金', k: 4, found: broad })).toBe('a0 a1 a2 a3 b4 c5')
  })

  it('leaves the order when few documents are as good', () => {
    const narrow: [string, number][] = [
      ['a', 1],
      ['a', 0.98],
      ['a', 0.96],
      ['b', 0.9],
      ['c', 0.6],
    ]
    expect(spread({ query: '自然の姿', k: 4, found: narrow })).toBe('a0 a1 a2 b3 c4')
    expect(spread({ query: '自然の姿', k: 4, found: [] })).toBe('')
  })
})
