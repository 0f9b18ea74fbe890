import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsePublishedDate } from './parse-published-date.js'

describe('parsePublishedDate', () => {
  it.each([
    ['2026-03-31', '2026-03-31T00:00:00.000Z'],
    ['2026/3/1', '2026-03-01T00:00:00.000Z'],
    ['2026.03.31', '2026-03-31T00:00:00.000Z'],
    ['2026年3月31日', '2026-03-31T00:00:00.000Z'],
    ['２０２６年３月３１日', '2026-03-31T00:00:00.000Z'],
    ['2026-03-31T09:30:00+09:00', '2026-03-31T00:30:00.000Z'],
    ['2026-03-31T09:30:00.123Z', '2026-03-31T09:30:00.000Z'],
    ['2026-03-31 09:30', '2026-03-31T09:30:00.000Z'],
    ['2026-03-31 09:30:00 +0900', '2026-03-31T00:30:00.000Z'],
    ['2026年3月31日 9:30 JST', '2026-03-31T00:30:00.000Z'],
    ['Tue, 31 Mar 2026 09:30:00 GMT', '2026-03-31T09:30:00.000Z'],
    [new Date(Date.UTC(2026, 2, 31)), '2026-03-31T00:00:00.000Z'],
  ])('%s', (written, expected) => {
    expect(parsePublishedDate(written)).toBe(expected)
  })

  it.each(['', 'yesterday', '2026', '2026-02-30', '2026-13-01', '2026-03-31 soon', '2026-03-31T29:00', '0001-01-01'])(
    'is none: %j',
    (written) => {
      expect(parsePublishedDate(written)).toBeNull()
    },
  )

  it.each([null, undefined, 20260331, {}, new Date(Number.NaN)])('is none: %o', (written) => {
    expect(parsePublishedDate(written)).toBeNull()
  })

  it('reads what it has written', () => {
    const min = new Date(Date.UTC(1971, 0))
    fc.assert(
      fc.property(fc.date({ min, max: new Date(Date.UTC(2999, 0)), noInvalidDate: true }), (date) => {
        date.setUTCMilliseconds(0)
        expect(parsePublishedDate(date.toISOString())).toBe(date.toISOString())
      }),
    )
  })
})
