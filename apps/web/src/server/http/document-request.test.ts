import { describe, expect, it } from 'vitest'
import { completeDocument, documentRequestSchema } from './document-request'

describe('completeDocument', () => {
  it('keeps what was given', () => {
    const given = {
      title: 'T',
      text: 'X',
      uri: 'https://example.org/x',
      language: 'en' as const,
      tags: ['t'],
      publishedAt: '2026-03-31',
    }
    expect(completeDocument(given)).toEqual(given)
  })
  it('makes title and URI from the text, the same for the same text', () => {
    const first = completeDocument({ text: '\n# 基盤モデル\n\n本文。' })
    expect(first.title).toBe('基盤モデル')
    expect(completeDocument({ text: '\n# 基盤モデル\n\n本文。' }).uri).toBe(first.uri)
    expect(completeDocument({ text: '別の本文。' }).uri).not.toBe(first.uri)
  })
  it('takes tags and dates in their form only', () => {
    const take = (rest: object) => documentRequestSchema.safeParse({ text: 'X', ...rest }).success
    expect(take({ tags: [], publishedAt: '2026-03-31T09:00:00+09:00' })).toBe(true)
    for (const rest of [{ tags: 'x' }, { tags: [''] }, { tags: ['x'.repeat(101)] }, { publishedAt: '31.3.2026' }])
      expect(take(rest)).toBe(false)
  })
  it('refuses a text that is only space', () => {
    expect(() => completeDocument({ text: ' \n\u3000' })).toThrow(expect.objectContaining({ code: 'SOURCE_EMPTY' }))
  })
})
