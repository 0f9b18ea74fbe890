import { describe, expect, it } from 'vitest'
import { describePlace } from './describe-place.js'
import type { DocumentPlace } from './document-place.js'
import { findPlace } from './find-place.js'

describe('describePlace', () => {
  it.each<[DocumentPlace, string, string]>([
    [{ page: 12 }, '12ページ', 'page 12'],
    [{ slide: 4 }, 'スライド4', 'slide 4'],
    [{ sheet: 'Q1', row: 17 }, 'シート「Q1」17行目', 'sheet “Q1”, row 17'],
    [{ row: 2 }, '2行目', 'row 2'],
  ])('says %o', (place, ja, en) => {
    expect(describePlace({ place, language: 'ja' })).toBe(ja)
    expect(describePlace({ place, language: 'en' })).toBe(en)
  })
})

describe('findPlace', () => {
  const blocks = [
    { start: 0, end: 10, place: { page: 1 } },
    { start: 12, end: 20, place: { page: 2 } },
    { start: 22, end: 30 },
    { start: 32, end: 40, place: { page: 4 } },
  ]
  it.each([
    [0, 5, { page: 1 }],
    [9, 15, { page: 1 }],
    [10, 15, { page: 2 }],
    [25, 35, { page: 4 }],
    [25, 29, null],
    [22, 22, null],
    [40, 50, null],
  ])('from %i to %i', (start, end, place) => {
    expect(findPlace({ blocks, start, end })).toEqual(place)
  })

  it('knows nothing of a document without places', () => {
    expect(findPlace({ blocks: [], start: 0, end: 1 })).toBeNull()
  })
})
