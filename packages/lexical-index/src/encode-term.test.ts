import fc from 'fast-check'
import { expect, it } from 'vitest'
import { encodeTerm } from './encode-term.js'

it('keeps letters and digits of any script, and escapes what a tokenizer would split or fold', () => {
  expect(encodeTerm({ term: '基盤モデル', kind: 'word' })).toBe('w基盤モデル')
  expect(encodeTerm({ term: '基盤', kind: 'bigram' })).toBe('b基盤')
  expect(encodeTerm({ term: 'c++', kind: 'word' })).toBe('wc\uE0002b\uE0002b')
  expect(encodeTerm({ term: '"', kind: 'word' })).toBe('w\uE00022')
})

it('gives a token without ASCII capitals, signs or lone surrogates, and never the same for two terms', () => {
  const term = fc.record({
    term: fc.string({
      unit: fc.oneof(
        fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
        fc.constantFrom('\uE000', '\uD800', 'A', '+', '2', 'b', 'e'),
      ),
    }),
    kind: fc.constantFrom('word' as const, 'bigram' as const),
  })
  fc.assert(
    fc.property(term, term, (a, b) => {
      expect(encodeTerm(a)).toMatch(/^[wb](?:[a-z0-9]|[^\0-\x7F])*$/u)
      expect(encodeTerm(a)).not.toMatch(/\p{Surrogate}/u)
      expect(encodeTerm(a) === encodeTerm(b)).toBe(a.kind === b.kind && a.term === b.term)
    }),
    { numRuns: 2_000 },
  )
})
