import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyText } from '../fixtures/any-text.js'
import { segmentWords } from './segment-words.js'

describe('segmentWords', () => {
  it.each([
    ['画像を生成する', ['画像', 'を', '生成', 'する']],
    ['GPT-3 has 1,750 layers.', ['GPT', '3', 'has', '1,750', 'layers']],
  ])('finds the words of %j', (text, expected) => {
    const words = segmentWords(text).filter((word) => word.isWordLike)
    expect(words.map((word) => word.text)).toEqual(expected)
  })

  it('covers any text without gaps, long ones too', () => {
    const piece = anyText({ pieces: ['学習した', '👨‍👩‍👧', '\u0301', '\ud800', 'word ', '。', '\n'], maxPieces: 6 })
    fc.assert(
      fc.property(piece, fc.constantFrom(1, 40, 200), (piece, times) => {
        const text = piece.repeat(times)
        let end = 0
        for (const word of segmentWords(text, { language: 'en' })) {
          if (word.start !== end || word.text !== text.slice(word.start, word.end)) return false
          end = word.end
        }
        return end === text.length
      }),
      { numRuns: 100 },
    )
  })

  it('does not cut an emoji or a letter with its mark where a long text is cut for the segmenter', () => {
    for (const unit of ['😀', 'e\u0301', '葛\u{e0100}']) {
      const text = unit.repeat(1000)
      expect(segmentWords(text).filter((word) => word.start % unit.length !== 0)).toEqual([])
    }
  })
})
