import { describe, expect, it } from 'vitest'
import { getDateRange } from './date-range.js'

describe('getDateRange', () => {
  it('is open where nothing is said', () => {
    expect(getDateRange({})).toEqual({ first: -Infinity, before: Infinity })
  })

  it('takes a date alone from its first instant to the end of its day, in UTC', () => {
    expect(getDateRange({ from: '2026-03-30', until: '2026-03-31' })).toEqual({
      first: Date.UTC(2026, 2, 30),
      before: Date.UTC(2026, 3, 1),
    })
  })

  it('takes a date-time as its instant, in UTC where it names no offset', () => {
    expect(getDateRange({ from: '2026-03-31T09:00:00+09:00', until: '2026-03-31T09:30:00' })).toEqual({
      first: Date.UTC(2026, 2, 31),
      before: Date.UTC(2026, 2, 31, 9, 30),
    })
    expect(getDateRange({ until: '2026-03-31T09:30:00.5Z' }).before).toBe(Date.UTC(2026, 2, 31, 9, 30, 0, 500))
  })
})
