import { describe, expect, it } from 'vitest'
import { groupItems } from './group-items'
import type { AnswerParagraph } from './layout-sentences'

const paragraphs = (kinds: readonly AnswerParagraph['kind'][]) =>
  kinds.map(
    (kind, index): AnswerParagraph => ({
      kind,
      sentences: [{ index, sentence: { text: kind, citations: [1], support: 'supported', score: 1 } }],
    }),
  )

describe('groupItems', () => {
  it('makes one list of the items beside one another', () => {
    const blocks = groupItems(paragraphs(['paragraph', 'list', 'list', 'code', 'list']))
    expect(blocks.map((block) => (block.kind === 'list' ? block.items.length : block.paragraph.kind))).toEqual([
      'paragraph',
      2,
      'code',
      1,
    ])
    expect(groupItems([])).toEqual([])
  })
})
