import { describe, expect, it } from 'vitest'
import { lastSegment } from './last-segment'
import { shortLocation } from './short-location'

describe('where a document came from', () => {
  it.each([
    ['file:///srv/articles/%E5%87%BA%E5%BC%B5.md', '出張.md', 'articles/出張.md'],
    ['file:///100%.txt', '100%.txt', '100%.txt'],
    ['https://example.org/a/b.html', 'b.html', 'https://example.org/a/b.html'],
    ['text:note', 'text:note', 'text:note'],
  ])('%s is read as %s and as %s', (uri, last, short) => {
    expect(lastSegment(uri)).toBe(last)
    expect(shortLocation(uri)).toBe(short)
  })
})
