import { describe, expect, it } from 'vitest'
import { type ChunkText, makeDocument, makeFound } from '../fixtures/make-found.js'
import type { makePassage } from '../fixtures/make-passage.js'
import { foldDuplicates } from './fold-duplicates.js'
import { mergeNeighbours } from './merge-neighbours.js'
import { refineLimits } from './refine-limits.js'

const chunk = (text: string, headingPath?: string[]): ChunkText => ({
  lead: '\n\n',
  text,
  ...(headingPath && { headingPath }),
})
const { passages } = makeDocument({
  id: 'd',
  from: 0,
  chunks: ['〇。', '一。', '二。', '三。', '四。'].map((text) => chunk(text)),
})

function merge(found: [index: number, fused: number, reranked?: number][], from = passages) {
  const hits = found.flatMap(([index, fused, reranked]) => {
    const passage = from[index]
    return passage ? [makeFound(passage, { fused, reranked: reranked ?? null })] : []
  })
  const groups = mergeNeighbours(foldDuplicates(hits), refineLimits.merge)
  return groups.map(({ best, parts }) => [best.passage.index, parts.map(({ index }) => index)])
}

describe('mergeNeighbours', () => {
  it('joins neighbours at the better one’s place, in the order of the text', () => {
    expect(
      merge([
        [2, 1],
        [4, 0.95],
        [1, 0.9],
      ]),
    ).toEqual([
      [2, [1, 2]],
      [4, [4]],
    ])
  })

  it('joins three at most, the better neighbour first', () => {
    expect(
      merge([
        [2, 1],
        [3, 0.95],
        [4, 0.94],
        [1, 0.9],
        [0, 0.85],
      ]),
    ).toEqual([
      [2, [2, 3, 4]],
      [1, [0, 1]],
    ])
  })

  it('joins only what is nearly as good, and under another heading only what is still nearer', () => {
    expect(
      merge([
        [2, 1],
        [1, 0.79],
      ]),
    ).toEqual([
      [2, [2]],
      [1, [1]],
    ])
    const other = makeDocument({ id: 'e', from: 0, chunks: [chunk('〇。', ['A']), chunk('一。', ['B'])] }).passages
    expect(
      merge(
        [
          [0, 1],
          [1, 0.85],
        ],
        other,
      ),
    ).toEqual([
      [0, [0]],
      [1, [1]],
    ])
    expect(
      merge(
        [
          [0, 1],
          [1, 0.92],
        ],
        other,
      ),
    ).toEqual([[0, [0, 1]]])
  })

  it('heeds the reranker where it scored both', () => {
    expect(
      merge([
        [2, 1, 0.9],
        [1, 0.95, 0.1],
      ]),
    ).toEqual([
      [2, [2]],
      [1, [1]],
    ])
    expect(
      merge([
        [2, 1, 0.9],
        [1, 0.95, 0.5],
      ]),
    ).toEqual([[2, [1, 2]]])
    expect(
      merge([
        [2, 1, 0.9],
        [1, 0.95],
      ]),
    ).toEqual([[2, [1, 2]]])
  })

  it('keeps to the length', () => {
    const { passages: long } = makeDocument({
      id: 'l',
      from: 0,
      chunks: ['あ', 'い', 'う'].map((one) => chunk(one.repeat(500))),
    })
    expect(
      merge(
        [
          [1, 1],
          [0, 1],
          [2, 0.9],
        ],
        long,
      ),
    ).toEqual([
      [1, [0, 1]],
      [2, [2]],
    ])
  })

  it('leaves apart what does not follow: another document, another version, a gap that is not known', () => {
    const apart = (part: Parameters<typeof makePassage>[1]) => {
      const [first, second] = passages
      return merge(
        [
          [0, 1],
          [1, 1],
        ],
        first && second ? [first, { ...second, ...part }] : [],
      )
    }
    const separate = [
      [0, [0]],
      [1, [1]],
    ]
    expect(apart({})).toEqual([[0, [0, 1]]])
    expect(apart({ documentId: 'x' })).toEqual(separate)
    expect(apart({ versionId: 'd@2' })).toEqual(separate)
    expect(apart({ lead: '' })).toEqual(separate)
  })
})
