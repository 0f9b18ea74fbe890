import { createOrdinalSet } from '@shutten/core'
import { createTemporaryFolder } from '@shutten/testing'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createInvertedIndexFactory } from './create-inverted-index-factory.js'
import { anyText } from './suites/any-entries.js'
import { buildIndex, toEntries } from './suites/build-index.js'
import { naiveSearch } from './suites/naive-search.js'

/** Some in nearly every entry, some in few: what is common is looked up, what is rare is summed. */
const words = ['の学習', 'モデル', '言語', '基盤', '拡散', 'whisper', 'gpt-3', '量子', 'c++', '潜在', '稀少', 'bert']
const skewedText = fc
  .array(
    fc.double({ min: 0, max: 1, noNaN: true }).map((x) => words[Math.floor(x ** 3 * words.length)] ?? ''),
    { maxLength: 12 },
  )
  .map((picked) => picked.join(' '))
const text = fc.oneof({ weight: 4, arbitrary: skewedText }, anyText)
const weight = fc.double({ min: 0.1, max: 4, noNaN: true })
const ranking = fc.record({
  title: weight,
  headings: weight,
  body: weight,
  word: weight,
  latinWord: weight,
  bigram: weight,
  k1: weight,
  b: fc.double({ min: 0, max: 1, noNaN: true }),
})
const query = fc.record({
  text,
  k: fc.integer({ min: 1, max: 12 }),
  within: fc.option(fc.array(fc.nat(150)), { nil: undefined }),
  also: fc.array(fc.record({ text: skewedText, weight: fc.double({ min: 0.1, max: 1, noNaN: true }) }), {
    maxLength: 2,
  }),
})

it('finds what a sum over all entries finds, with the same scores', async () => {
  const folder = await createTemporaryFolder()
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ title: text, headings: text, body: text }), { maxLength: 120 }),
      ranking,
      fc.array(query, { minLength: 1, maxLength: 8 }),
      fc.constantFrom(1, 7, 65_536),
      async (texts, ranking, queries, segmentSize) => {
        // What an index does not hold it may take for something near: this one holds the queries.
        const held = [...texts, ...queries.map(({ text, also }) => [text, ...also.map((each) => each.text)].join('\n'))]
        const entries = toEntries(held)
        const factory = createInvertedIndexFactory({ ranking, maxTerms: 1_000, segmentSize })
        const file = await buildIndex({ factory, texts: held, folder })
        const index = await factory.open({ file, size: entries.length })
        for (const { k, ...asked } of queries) {
          const within = asked.within && createOrdinalSet({ capacity: entries.length, ordinals: asked.within })
          const hits = index.search({ ...asked, within, k })
          const expected = naiveSearch({ entries, ranking, ...asked, within })
          const scores = new Map(expected.map(({ ordinal, score }) => [ordinal, score]))
          const shares = new Map(expected.map(({ ordinal, share }) => [ordinal, share]))
          expect(hits.length).toBe(Math.min(k, expected.length))
          for (const [at, { ordinal, score, share }] of hits.entries()) {
            expect(share).toBeCloseTo(shares.get(ordinal) ?? Number.NaN, 8)
            expect(score).toBeCloseTo(scores.get(ordinal) ?? Number.NaN, 8)
            expect(score).toBeCloseTo(expected[at]?.score ?? Number.NaN, 8)
          }
        }
        index.close()
      },
    ),
    { numRuns: 40 },
  )
})
