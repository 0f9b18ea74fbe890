import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markSegments } from './mark-segments'

describe('markSegments', () => {
  it('cuts at the quote and at the deciding words', () => {
    const segments = markSegments({
      start: 10,
      end: 30,
      quote: { start: 12, end: 25 },
      highlights: [{ start: 14, end: 16 }],
    })
    expect(segments).toEqual([
      { start: 10, end: 12, quoted: false, decisive: false },
      { start: 12, end: 14, quoted: true, decisive: false },
      { start: 14, end: 16, quoted: true, decisive: true },
      { start: 16, end: 25, quoted: true, decisive: false },
      { start: 25, end: 30, quoted: false, decisive: false },
    ])
  })

  it('keeps a range whole that the quote does not touch', () => {
    expect(
      markSegments({ start: 0, end: 5, quote: { start: 9, end: 12 }, highlights: [{ start: 1, end: 2 }] }),
    ).toEqual(expect.arrayContaining([expect.objectContaining({ start: 0, quoted: false, decisive: false })]))
  })

  it('covers the range exactly and marks each character as a character-wise reading does', () => {
    const position = fc.integer({ min: 0, max: 40 })
    const range = fc
      .tuple(position, fc.integer({ min: 1, max: 20 }))
      .map(([start, length]) => ({ start, end: start + length }))
    fc.assert(
      fc.property(range, fc.option(range), fc.array(range, { maxLength: 4 }), (whole, quote, highlights) => {
        const segments = markSegments({ ...whole, quote, highlights })
        const inside = (at: number, of: { start: number; end: number }) => at >= of.start && at < of.end
        for (let at = whole.start; at < whole.end; at++) {
          const found = segments.filter((segment) => inside(at, segment))
          const quoted = quote !== null && inside(at, quote)
          const decisive = quoted && highlights.some((highlight) => inside(at, highlight))
          expect(found).toHaveLength(1)
          expect(found[0]).toMatchObject({ quoted, decisive })
        }
      }),
    )
  })
})
