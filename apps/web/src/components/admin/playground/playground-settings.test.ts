import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type PlaygroundSettings,
  playgroundDefaults,
  playgroundHref,
  readPlayground,
  toExploreOptions,
} from './playground-settings'

const side: fc.Arbitrary<PlaygroundSettings> = fc.record({
  mode: fc.constantFrom('hybrid', 'dense', 'lexical'),
  k: fc.integer({ min: 1, max: 50 }),
  depth: fc.integer({ min: 10, max: 500 }),
  weight: fc.integer({ min: 0, max: 100 }),
  rerank: fc.boolean(),
  first: fc.integer({ min: 0, max: 50 }),
  fused: fc.integer({ min: 0, max: 500 }),
  threshold: fc.option(fc.integer({ min: 0, max: 100 })),
  language: fc.option(fc.constantFrom('ja' as const, 'en' as const)),
  tag: fc.constantFrom('', '人事', 'a&b=c'),
  source: fc.constantFrom('', 'file:///a b/'),
  generation: fc.option(fc.constantFrom('g1', 'g2')),
})

const read = (href: string) => readPlayground(Object.fromEntries(new URL(href, 'http://a').searchParams))

describe('the address of the playground', () => {
  it('says all of both sides, and nothing where nothing is changed', () => {
    fc.assert(
      fc.property(fc.constantFrom('', '有給は？'), side, fc.option(side), (query, a, b) => {
        expect(read(playgroundHref({ query, a, b }))).toEqual({ query, a, b })
      }),
    )
    expect(playgroundHref({ query: '', a: playgroundDefaults, b: null })).toBe('/admin/playground')
  })

  it('takes what is no such value as not said, and what is beyond a limit as the limit', () => {
    const { a, b } = readPlayground({
      k: '0',
      depth: 'many',
      weight: '-1',
      mode: 'x',
      first: '99',
      compare: '1',
      'b-k': '3',
    })
    expect(a).toEqual({ ...playgroundDefaults, k: 1, first: 50 })
    expect(b).toEqual({ ...a, k: 3 })
  })

  it('gives a filter only for what is narrowed', () => {
    expect(toExploreOptions({ query: 'q', settings: playgroundDefaults })).toMatchObject({ filters: null, k: 10 })
    const settings: PlaygroundSettings = { ...playgroundDefaults, language: 'ja', tag: '人事', threshold: 0 }
    expect(toExploreOptions({ query: 'q', settings })).toMatchObject({
      filters: { languages: ['ja'], tags: ['人事'] },
      threshold: 0,
    })
  })
})
