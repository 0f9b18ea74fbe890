import path from 'node:path'
import type { Generation, GenerationEntry, Passage, SearchFilters } from '@shutten/core'
import { createTemporaryFolder } from '@shutten/testing'
import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createEntries } from './fixtures/create-entries.js'
import { build, createStore } from './fixtures/create-store.js'

type Described = Partial<Pick<Passage, 'documentId' | 'uri' | 'language' | 'tags' | 'date'>>

async function createGeneration(described: readonly Described[]): Promise<Generation> {
  const entries = createEntries(described.length).map(
    (entry, at): GenerationEntry => ({ ...entry, passage: { ...entry.passage, ...described[at] } }),
  )
  const store = createStore(path.join(await createTemporaryFolder(), 'generations'))
  await build(store, entries)
  return store.open('g1')
}

async function open(described: readonly Described[]): Promise<Generation> {
  const generation = await createGeneration(described)
  onTestFinished(() => generation.close())
  return generation
}

const find = (generation: Generation, filters: SearchFilters) => [...generation.findOrdinals(filters).values()]

describe('sources', () => {
  const uris = [
    'file:///docs/a.md',
    'file:///docs/ab.md',
    'file:///docs/a/one.md',
    'file:///docs/a',
    'file:///docs/%E4%BA%BA%E4%BA%8B/%E8%A6%8F%E5%AE%9A.md',
    'https://example.com/guide?page=2',
    'https://example.com/guide#top',
    'https://example.community/guide',
    'file:///docs/100%.md',
    `file:///docs/${encodeURI('が'.normalize('NFD'))}.md`,
  ]
  const cases: [string, number[]][] = [
    ['file:///docs/', [0, 1, 2, 3, 4, 8, 9]],
    ['file:///docs', [0, 1, 2, 3, 4, 8, 9]],
    ['file:///doc', []],
    ['file:///docs/a', [2, 3]],
    ['file:///docs/a/', [2]],
    ['file:///docs/a.md', [0]],
    ['file:///docs/人事', [4]],
    ['file:///docs/%E4%BA%BA%E4%BA%8B/', [4]],
    ['https://example.com', [5, 6]],
    ['HTTPS://Example.com/guide', [5, 6]],
    ['https://example.com/Guide', []],
    ['file:///docs/100%.md', [8]],
    ['file:///docs/が.md', [9]],
  ]

  it('begin URIs up to the end of a path segment, however they are written', async () => {
    const generation = await open(uris.map((uri) => ({ uri })))
    for (const [source, ordinals] of cases) expect(find(generation, { sources: [source] }), source).toEqual(ordinals)
    expect(find(generation, { sources: ['file:///docs/a', 'https://example.com/', 'file:///none'] })).toEqual([
      2, 3, 5, 6,
    ])
  })
})

describe('tags, dates and documents', () => {
  it('folds tags by width and case, and takes each whole', async () => {
    const generation = await open([{ tags: ['ＡＩ', '人事'] }, { tags: ['ai'] }, { tags: ['AI戦略'] }, { tags: [] }])
    expect(find(generation, { tags: ['Ai'] })).toEqual([0, 1])
    expect(find(generation, { tags: [' 人事 ', 'ai戦略'] })).toEqual([0, 2])
    expect(find(generation, { tags: ['戦略'] })).toEqual([])
  })

  it('holds a whole day until its end, in UTC', async () => {
    const generation = await open([
      { date: '2026-03-30T23:59:59.999Z' },
      { date: '2026-03-31T00:00:00.000Z' },
      { date: '2026-03-31T23:59:59.999Z' },
      { date: '2026-04-01T00:00:00.000Z' },
      { date: 'no date' },
    ])
    expect(find(generation, { from: '2026-03-31', until: '2026-03-31' })).toEqual([1, 2])
    expect(find(generation, { until: '2026-03-31' })).toEqual([0, 1, 2])
    expect(find(generation, { from: '2026-03-31' })).toEqual([1, 2, 3])
    expect(find(generation, { until: '2026-03-31T00:00:00' })).toEqual([0])
    expect(find(generation, { until: '2026-03-31T09:00:00+09:00' })).toEqual([0])
    expect(find(generation, { from: '2026-03-31T23:59:59.999Z' })).toEqual([2, 3])
    expect(find(generation, { tags: ['t1'] })).toEqual([3, 4])
  })

  it('finds documents wherever their passages stand, and none that are not there', async () => {
    const generation = await open(['a', 'b', 'a', 'c'].map((documentId) => ({ documentId })))
    expect(find(generation, { documents: ['a', 'c', 'a'] })).toEqual([0, 2, 3])
    expect(generation.findOrdinals({ documents: ["' OR 1 = 1 --"] }).size).toBe(0)
  })

  it('finds nothing in an empty generation, and does not load after closing', async () => {
    const generation = await createGeneration([])
    expect(generation.findOrdinals({ languages: ['ja'] }).size).toBe(0)
    const other = await createGeneration([{}])
    other.close()
    expect(() => other.findOrdinals({ languages: ['ja'] })).toThrow(expect.objectContaining({ code: 'INTERNAL' }))
    generation.close()
  })

  it('gives the same set for the same filters, however they are ordered', async () => {
    const generation = await open([{}, {}])
    const first = generation.findOrdinals({ tags: ['t0'], languages: ['ja'] })
    expect(generation.findOrdinals({ languages: ['ja'], tags: ['t0'] })).toBe(first)
    expect(generation.findOrdinals({ languages: ['en'], tags: ['t0'] })).not.toBe(first)
  })
})

describe('any filters over any passages', () => {
  const documentIds = ['d1', 'd2', 'd3', 'd4']
  const folders = ['file:///a/', 'file:///a/b/', 'file:///ab/', 'https://x.jp/']
  const tagNames = ['人事', 'AI', 'ai', 'ｖ２', '']
  const days = ['2026-01-01', '2026-01-02', '2026-02-01', '2027-01-01']
  const described = fc.record({
    documentId: fc.constantFrom(...documentIds),
    uri: fc.tuple(fc.constantFrom(...folders), fc.constantFrom('x.md', 'y.md')).map((parts) => parts.join('')),
    language: fc.constantFrom('ja' as const, 'en' as const),
    tags: fc.subarray(tagNames),
    date: fc
      .tuple(fc.constantFrom(...days), fc.constantFrom('T00:00:00.000Z', 'T13:30:00.000Z'))
      .map((parts) => parts.join('')),
  })
  const some = <Value>(...values: Value[]) => fc.option(fc.subarray(values, { minLength: 1 }), { nil: undefined })
  const filters = fc.record({
    documents: some(...documentIds, 'none'),
    sources: some(...folders, 'file:///a', 'file:///ab/x.md', 'https://x.jp'),
    languages: some('ja' as const, 'en' as const),
    tags: some('人事', 'Ａi', 'v2'),
    from: fc.option(fc.constantFrom(...days), { nil: undefined }),
    until: fc.option(fc.constantFrom(...days), { nil: undefined }),
  })
  const fold = (tag: string) => tag.normalize('NFKC').toLowerCase()
  const isLetThrough = (passage: Required<Described>, filter: SearchFilters): boolean =>
    (!filter.documents || filter.documents.includes(passage.documentId)) &&
    (!filter.sources ||
      filter.sources.some((source) =>
        [source, source.replace(/\/?$/, '/')].some((each) =>
          each.endsWith('/') ? passage.uri.startsWith(each) : passage.uri === each,
        ),
      )) &&
    (!filter.languages || filter.languages.includes(passage.language)) &&
    (!filter.tags || filter.tags.some((tag) => passage.tags.map(fold).includes(fold(tag)))) &&
    (!filter.from || passage.date.slice(0, 10) >= filter.from) &&
    (!filter.until || passage.date.slice(0, 10) <= filter.until)

  it('are those that looking at each passage finds', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(described, { minLength: 1, maxLength: 40 }),
        fc.array(filters, { minLength: 5, maxLength: 20 }),
        async (passages, asked) => {
          const generation = await createGeneration(passages)
          for (const filter of [...asked, ...asked]) {
            const found = generation.findOrdinals(filter as SearchFilters)
            const expected = passages.flatMap((passage, at) =>
              isLetThrough(passage, filter as SearchFilters) ? [at] : [],
            )
            expect([...found.values()]).toEqual(expected)
            expect(found.size).toBe(expected.length)
          }
          generation.close()
        },
      ),
      { numRuns: 25 },
    )
  })
})
