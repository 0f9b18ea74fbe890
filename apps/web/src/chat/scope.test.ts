import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatScope, fromFilters, nameSource, parseScope, type Scope, toFilters } from './scope'

const scope: fc.Arbitrary<Scope> = fc.oneof(
  fc.constant<Scope>({ kind: 'all' }),
  fc.record({
    kind: fc.constantFrom('tag' as const, 'source' as const, 'document' as const),
    value: fc.string({ minLength: 1, maxLength: 50, unit: 'grapheme' }),
  }),
)

describe('scope', () => {
  it('comes back from an address and from filters as it was', () => {
    fc.assert(
      fc.property(scope, (given) => {
        expect(parseScope(formatScope(given))).toEqual(given)
        expect(fromFilters(toFilters(given))).toEqual(given)
      }),
    )
  })
  it('takes what it does not know for everything', () => {
    for (const text of ['', 'tag:', 'folder:x', 'nonsense', null, undefined, `tag:${'x'.repeat(2001)}`])
      expect(parseScope(text)).toEqual({ kind: 'all' })
  })
  it('has no name for filters that the composer does not offer', () => {
    expect(fromFilters({ tags: ['a', 'b'] })).toBeNull()
    expect(fromFilters({ tags: ['a'], from: '2026-01-01' })).toBeNull()
    expect(fromFilters({ languages: ['ja'] })).toBeNull()
    expect(fromFilters(null)).toEqual({ kind: 'all' })
  })
  it('names a source by what tells it apart', () => {
    expect(nameSource('file:///a/b/記事/')).toBe('記事')
    expect(nameSource('https://example.org/')).toBe('example.org')
  })
})
