import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markFindings } from './mark-findings'
import { revealInvisible } from './reveal-invisible'

describe('markFindings', () => {
  it('cuts where findings begin and end, those that overlap too', () => {
    const findings = [
      { start: 2, end: 6 },
      { start: 4, end: 9 },
    ]
    expect(markFindings({ start: 0, end: 8, findings })).toEqual([
      { start: 0, end: 2, findings: [] },
      { start: 2, end: 4, findings: [0] },
      { start: 4, end: 6, findings: [0, 1] },
      { start: 6, end: 8, findings: [1] },
    ])
  })

  it('covers every character once, and knows of each the findings that hold it', () => {
    const range = fc.tuple(fc.nat(30), fc.nat(10)).map(([start, length]) => ({ start, end: start + length }))
    fc.assert(
      fc.property(fc.array(range, { maxLength: 6 }), fc.nat(40), (findings, end) => {
        const segments = end > 0 ? markFindings({ start: 0, end, findings }) : []
        const seen = segments.flatMap((segment) =>
          Array.from({ length: segment.end - segment.start }, (_, i) => [segment.start + i, segment.findings] as const),
        )
        expect(seen.map(([at]) => at)).toEqual(Array.from({ length: end }, (_, at) => at))
        for (const [at, held] of seen)
          expect(held).toEqual(findings.flatMap((one, i) => (at >= one.start && at < one.end ? [i] : [])))
      }),
    )
  })
})

describe('revealInvisible', () => {
  it('names what cannot be seen', () => {
    expect(revealInvisible('送金\u200b\u200b\u{e0041}を\n見る')).toEqual([
      { text: '送金' },
      { codePoint: 'U+200B', times: 2 },
      { codePoint: 'U+E0041', times: 1 },
      { text: 'を\n見る' },
    ])
  })
})
