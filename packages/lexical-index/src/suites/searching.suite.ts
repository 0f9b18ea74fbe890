import { createOrdinalSet } from '@shutten/core'
import { createTemporaryFolder } from '@shutten/testing'
import { analyze } from '@shutten/text'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { anyEntries, anyText } from './any-entries.js'
import { articles, buildIndex, find, openIndex } from './build-index.js'
import type { SuiteOptions } from './suite-options.js'

const signs =
  `" "" ' \` * ^ : ( ) () - + { } \\ ; % _ ? \0 \uD800 NEAR( AND OR NOT 基盤* ^基盤 "基盤 -- /* 🤖 👩‍👩‍👧`.split(' ')

export function searchingSuite({ createFactory }: SuiteOptions): void {
  it('finds words and parts of words of Japanese and English', async () => {
    const index = await openIndex(createFactory(), articles)
    expect(find(index, '基盤モデルとは何ですか？')[0]).toBe(4)
    expect(find(index, '潜在拡散')[0]).toBe(2)
    expect(find(index, 'SPEECH Recognition')[0]).toBe(3)
    expect(find(index, 'ＧＰＴ－３のパラメータ')[0]).toBe(1)
    expect(find(index, '量子コンピュータ')).not.toContain(3)
    expect(find(index, 'kubernetes')).toEqual([])
  })

  it('gives BM25, larger first, and equal entries in the order of their numbers', async () => {
    const texts = ['拡散 拡散 拡散', '無関係', '拡散', 'another', '拡散', 'other', 'more', 'yet']
    const index = await openIndex(createFactory(), texts)
    const hits = index.search({ text: '拡散', k: 10 })
    expect(hits.map((hit) => hit.ordinal)).toEqual([0, 2, 4])
    expect(hits[0]?.score).toBeGreaterThan(hits[1]?.score ?? Number.NaN)
    expect(hits[1]?.score).toBe(hits[2]?.score)
    expect(hits[2]?.score).toBeGreaterThan(0)
    expect(index.search({ text: '拡散', k: 2 })).toEqual(hits.slice(0, 2))
  })

  it.each([...signs, 'NEAR(基盤 モデル, 5)', '基盤 AND', 'AND OR NOT', 'title_word : 基盤', '{title_word}: x'])(
    'takes %j as text, never as syntax',
    async (text) => {
      const index = await openIndex(createFactory(), articles)
      expect(() => index.search({ text, k: 10 })).not.toThrow()
      expect(find(index, '基盤')).toContain(4)
    },
  )

  it.each(['', '   ', '\n', '「」', '。'])('finds nothing for %j', async (text) => {
    expect(find(await openIndex(createFactory(), articles), text)).toEqual([])
  })

  it('finds exactly the entries that share a term with the query', async () => {
    const folder = await createTemporaryFolder()
    const keys = (value: string) => analyze(value).map(({ term, kind }) => `${kind} ${term}`)
    await fc.assert(
      fc.asyncProperty(anyEntries, anyText, async (others, query) => {
        // What an index does not hold it may take for something near: this one holds the whole query.
        const entries = [...others, { title: '', headings: '', body: query }]
        const factory = createFactory()
        const index = await factory.open({
          file: await buildIndex({ factory, texts: entries, folder }),
          size: entries.length,
        })
        const wanted = new Set(keys(query))
        const expected = entries.flatMap(({ title, headings, body }, ordinal) =>
          [title, headings, body].some((field) => keys(field).some((key) => wanted.has(key))) ? [ordinal] : [],
        )
        expect(find(index, query).sort((a, b) => a - b)).toEqual(expected)
        index.close()
      }),
      { numRuns: 60 },
    )
  })

  it('looks at the rarest terms of a long query', async () => {
    const filler = Array.from({ length: 40 }, (_, index) => `共通の文章その${index}。よくある言い回し。`)
    const index = await openIndex(createFactory(), [...filler, '稀少語である。', ...filler])
    const unknown = Array.from({ length: 300 }, (_, at) => `unknown${at}`).join(' ')
    const text = `${'よくある言い回し。共通の文章その一。'.repeat(200)}稀少語 ${unknown}`
    expect(text.length).toBeGreaterThan(4_000)
    expect(find(index, text, 1)).toEqual([40])
  })

  it('finds only what is within, scored as in the whole index', async () => {
    const index = await openIndex(createFactory(), articles)
    const all = index.search({ text: '事前学習したモデル', k: 10 })
    expect(all.length).toBeGreaterThan(2)
    for (const ordinals of [[], [4], [0, 2, 3], [0, 1, 2, 3, 4]]) {
      const within = createOrdinalSet({ capacity: articles.length, ordinals })
      const kept = all.filter(({ ordinal }) => ordinals.includes(ordinal))
      expect(index.search({ text: '事前学習したモデル', k: 10, within })).toEqual(kept)
      expect(index.search({ text: '事前学習したモデル', k: 1, within })).toEqual(kept.slice(0, 1))
    }
  })

  it('finds other names of what the query says, at their weight', async () => {
    const texts = ['whisper', '音声認識', 'whisper', 'x', 'y', 'z']
    const index = await openIndex(createFactory(), texts)
    const search = (also?: { text: string; weight: number }[]) => index.search({ text: 'whisper', k: 10, also })
    expect(search([]).map(({ ordinal }) => ordinal)).toEqual([0, 2])
    const [full, half, both] = [1, 0.5]
      .map((weight) => search([{ text: '音声認識', weight }]))
      .concat([
        search([
          { text: '音声認識', weight: 0.5 },
          { text: '音声 認識 whisper', weight: 0.2 },
        ]),
      ])
    const score = (hits: typeof full) => hits?.find(({ ordinal }) => ordinal === 1)?.score ?? Number.NaN
    expect(half?.map(({ ordinal }) => ordinal).sort()).toEqual([0, 1, 2])
    expect(score(half)).toBeCloseTo(score(full) / 2, 10)
    // A term that comes more than once counts once, at its highest weight.
    expect(both).toEqual(half)
  })

  it('refuses k below 1, and a search after closing', async () => {
    const index = await openIndex(createFactory(), articles)
    for (const k of [0, -1, 1.5, Number.NaN])
      expect(() => index.search({ text: 'x', k })).toThrow(expect.objectContaining({ code: 'INPUT_INVALID' }))
    index.close()
    index.close()
    expect(() => index.search({ text: 'x', k: 1 })).toThrow(expect.objectContaining({ code: 'INTERNAL' }))
  })
}
