import { describe, expect, it } from 'vitest'
import { parseCitedRange } from './parse-cited-range'

describe('parseCitedRange', () => {
  it('reads the quote and the words inside it', () => {
    expect(parseCitedRange({ start: '4', end: '20', highlights: '5-7.19-22.x', length: 40 })).toEqual({
      quote: { start: 4, end: 20 },
      highlights: [{ start: 5, end: 7 }],
    })
  })
  it.each([
    { start: '4', end: '4' },
    { start: '9', end: '4' },
    { start: '-1', end: '4' },
    { start: '1e1', end: '30' },
    { start: '3' },
    { start: '0', end: '41' },
    {},
  ])('takes %j for no range', (range) => {
    expect(parseCitedRange({ ...range, length: 40 })).toBeNull()
  })
})
