import { describe, expect, it } from 'vitest'
import { parseSearchFilters } from './search-filters.js'

const refuse = (input: unknown) => {
  try {
    parseSearchFilters(input)
  } catch (error) {
    return error as { code: string; message: string }
  }
  throw new Error('it was taken')
}

describe('parseSearchFilters', () => {
  it('takes each part', () => {
    const filters = {
      sources: ['file:///a/'],
      languages: ['ja'],
      tags: ['人事'],
      from: '2026-01-01',
      until: '2026-03-31',
    }
    expect(parseSearchFilters(filters)).toEqual(filters)
  })

  it('is no filter when nothing is in it', () => {
    for (const input of [undefined, null, {}, { tags: undefined }]) expect(parseSearchFilters(input)).toBeNull()
  })

  it('takes the whole of the last day, and any two instants in order', () => {
    expect(parseSearchFilters({ from: '2026-03-31', until: '2026-03-31' })).not.toBeNull()
    expect(parseSearchFilters({ from: '2026-03-31T12:00:00Z', until: '2026-03-31' })).not.toBeNull()
    expect(parseSearchFilters({ from: '2026-03-31T23:00:00', until: '2026-04-01T09:00:00' })).not.toBeNull()
    expect(refuse({ from: '2026-04-01T00:00:00', until: '2026-04-01T09:00:00+09:00' }).message).toMatch(/wrong order/)
  })

  it('names what is wrong', () => {
    const cases: [unknown, RegExp][] = [
      ['tags', /filters/],
      [{ tag: ['a'] }, /no filter named tag/],
      [{ tags: [] }, /tags.*no tag/],
      [{ tags: [' '] }, /tags\.0.*empty/],
      [{ languages: ['fr'] }, /languages\.0/],
      [{ from: '昨日' }, /from.*2026-03-31/],
      [{ from: '2026-02-30' }, /from/],
      [{ from: '2026-04-01', until: '2026-03-31' }, /wrong order/],
      [{ documents: Array.from({ length: 101 }, String) }, /documents.*100/],
    ]
    for (const [input, message] of cases) {
      const { code, message: told } = refuse(input)
      expect(code).toBe('FILTER_INVALID')
      expect(told).toMatch(message)
    }
  })
})
