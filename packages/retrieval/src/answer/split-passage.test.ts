import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitPassage } from './split-passage.js'

const split = (text: string) =>
  splitPassage(text).map(({ start, end, lead }) => [text.slice(start, end), lead && text.slice(lead.start, lead.end)])

describe('splitPassage', () => {
  it('takes a line of its own above a sentence for what leads it', () => {
    expect(
      split('多様な例がある。\nWhisper\n99言語を認識するモデルです。日本語も読みます。\nCLIP\n画像と文を結びます。'),
    ).toEqual([
      ['多様な例がある。', null],
      ['99言語を認識するモデルです。', 'Whisper'],
      ['日本語も読みます。', 'Whisper'],
      ['画像と文を結びます。', 'CLIP'],
    ])
  })

  it.each([
    ['a list', '対応する環境\n・Windows\n・Linux', 3],
    ['a table', '名前\t値\nA\t1\nB\t2', 3],
    ['one line', 'Whisper', 1],
    ['a line at the end', '文がある。\n見出し', 2],
    ['prose', '一つ目の文。\n二つ目の文。', 2],
  ])('leaves %s as it is', (_, text, count) => {
    expect(split(text)).toHaveLength(count)
    expect(split(text).every(([, lead]) => lead === null)).toBe(true)
  })

  it('loses nothing but leads, for any text', () => {
    const piece = fc.constantFrom('見出し', '文である。', '\n', '・項', ' ', 'A b.', '1. x', '')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const text = pieces.join('')
        const sentences = splitPassage(text)
        let last = 0
        for (const { start, end, lead } of sentences) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          if (lead) expect(lead.end).toBeLessThanOrEqual(start)
          last = end
        }
        expect(sentences.length > 0).toBe(/\S/.test(text))
      }),
    )
  })
})
