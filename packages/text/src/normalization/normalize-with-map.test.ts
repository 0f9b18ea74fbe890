import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyText } from '../fixtures/any-text.js'
import { normalizeWithMap } from './normalize-with-map.js'

/** The naive twin: the whole string at once. */
const fold = (text: string) => text.normalize('NFKC').toLowerCase().replaceAll('ς', 'σ').normalize('NFKC')

const text = anyText({
  pieces: [
    ...['か', '\u3099', '゛', 'ｶ', 'ﾞ', 'ﾟ', 'ﾊ', 'ﬁ', '㍿', 'İ', 'Σ', 'e', '\u0301', '\u0323', '각'.normalize('NFD')],
    ...['한', 'A', 'Ａ', ' ', '\u00ad', '\ud83d', '\ude00', '😀', '\u200d', 'ｰ', '½', '\u0f71', '\u0f72', 'ー'],
  ],
})

describe('normalizeWithMap', () => {
  it.each([
    ['ｶﾞｿﾘﾝ', 'ガソリン'],
    ['か\u3099', 'が'],
    ['ﬁne-tuning', 'fine-tuning'],
    ['ＧＰＴ－３', 'gpt-3'],
    ['ＮＶＩＤＩＡ㍿', 'nvidia株式会社'],
  ])('writes %j as %j', (text, expected) => {
    expect(normalizeWithMap(text).text).toBe(expected)
  })

  it('equals the whole text folded at once', () => {
    fc.assert(
      fc.property(text, (text) => normalizeWithMap(text).text === fold(text)),
      { numRuns: 2000 },
    )
  })

  it('maps monotonously and inside the source', () => {
    fc.assert(
      fc.property(text, (text) => {
        const normalized = normalizeWithMap(text)
        const map = Array.from(normalized.text, (_, offset) => normalized.toSource(offset))
        const isMonotone = map.every((source, offset) => source >= (map[offset - 1] ?? 0) && source < text.length)
        return (
          isMonotone && normalized.toSource(normalized.text.length) === text.length && normalized.toSource(-1) === 0
        )
      }),
      { numRuns: 500 },
    )
  })

  it('gives spans of whole pieces: their fold holds the characters asked for', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (text, a, b) => {
        const normalized = normalizeWithMap(text)
        const start = a % (normalized.text.length + 1)
        const end = start + (b % (normalized.text.length - start + 1))
        const span = normalized.sourceSpan(start, end)
        if (start === end) return span.start === span.end && span.end <= text.length
        const isInside = span.start < span.end && span.end <= text.length
        return isInside && fold(text.slice(span.start, span.end)).includes(normalized.text.slice(start, end))
      }),
      { numRuns: 1000 },
    )
  })

  it('takes a composed mark with its letter and a ligature as a whole', () => {
    const kana = normalizeWithMap('ｶﾞﾝ')
    expect(kana.sourceSpan(0, 1)).toEqual({ start: 0, end: 2 })
    expect(kana.sourceSpan(1, 2)).toEqual({ start: 2, end: 3 })
    const ligature = normalizeWithMap('ﬁt')
    expect(ligature.sourceSpan(1, 2)).toEqual({ start: 0, end: 1 })
    expect(ligature.toSource(2)).toBe(1)
  })
})
