import type { AnswerSentence } from '@shutten/core'
import { describe, expect, it } from 'vitest'
import { layoutSentences } from './layout-sentences'

const sentence = (text: string, citations: number[] = []): AnswerSentence => ({
  text,
  citations,
  support: 'supported',
  score: 1,
})
const shape = (sentences: AnswerSentence[], markdown: string | null) =>
  layoutSentences({ sentences, markdown }).map(({ kind, sentences: inside }) => [
    kind,
    inside.map(({ index }) => index),
  ])

describe('layoutSentences', () => {
  it('keeps sentences that follow each other in one paragraph', () => {
    expect(shape([sentence('一。', [1]), sentence('二。', [1, 2])], '一。[1]二。[1][2]')).toEqual([
      ['paragraph', [0, 1]],
    ])
  })
  it('begins a paragraph at a blank line, a list item at a dash or number', () => {
    const sentences = [sentence('A.', [1]), sentence('B.', [2]), sentence('C.'), sentence('D.')]
    expect(shape(sentences, 'A. [1]\n\n- B.[2]\n2. C.\n\nD.')).toEqual([
      ['paragraph', [0]],
      ['list', [1]],
      ['list', [2]],
      ['paragraph', [3]],
    ])
  })
  it('sets sentences that still arrive as they will stand in the Markdown', () => {
    expect(shape([sentence('一。'), sentence('二。')], null)).toEqual([['paragraph', [0, 1]]])
    const layouts = [undefined, 'item', undefined, 'item', 'paragraph'] as const
    const arriving = layouts.map((layout, i) => ({ ...sentence(`${i}番。`, [1]), ...(layout && { layout }) }))
    const markdown = '0番。[1]\n\n- 1番。[1]2番。[1]\n- 3番。[1]\n\n4番。[1]'
    expect(shape(arriving, null)).toEqual(shape(arriving, markdown))
  })
  it('sets code apart, while it arrives and afterwards', () => {
    const sentences = [
      sentence('一。', [1]),
      { ...sentence('```sh\nls\n\npwd\n```', [2]), layout: 'code' as const },
      { ...sentence('二。', [1]), layout: 'paragraph' as const },
    ]
    const set = [
      ['paragraph', [0]],
      ['code', [1]],
      ['paragraph', [2]],
    ]
    expect(shape(sentences, null)).toEqual(set)
    expect(shape(sentences, '一。[1]\n\n```sh\nls\n\npwd\n```\n[2]\n\n二。[1]')).toEqual(set)
  })
  it('does not lose a sentence that the Markdown does not hold', () => {
    expect(shape([sentence('一。'), sentence('他。'), sentence('二。')], '一。\n\n二。')).toEqual([
      ['paragraph', [0, 1]],
      ['paragraph', [2]],
    ])
  })
})
