import { createOrdinalSet, type Generation, type LinkedEntry, type Passage, type PassageExclusion } from '@shutten/core'
import { createGenerationStore } from '@shutten/generations'
import { createInvertedIndexFactory } from '@shutten/lexical-index'
import { createSuiteFolder } from '@shutten/testing'
import { createHnswIndexFactory } from '@shutten/vector-index'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makePassage } from '../fixtures/make-passage.js'
import { withExclusions } from './with-exclusions.js'

const folder = createSuiteFolder()
const dimension = 8
const indexed = 300
const linked = 60

const words = ['休暇', '申請', '人事課', '橋', '点検', '水利組合', '完成', '規定']
const say = (number: number) => `${words[number % 8]}の${words[(number * 3 + 1) % 8]}は第${number}号である。`
const passageOf = (ordinal: number): Passage => {
  const { ordinal: _, ...passage } = makePassage(ordinal, {
    text: say(ordinal < indexed ? ordinal : (ordinal * 7) % indexed),
  })
  return passage
}
const vectorOf = (seed: number) => {
  const vector = Float32Array.from({ length: dimension }, (_, at) => Math.sin(seed * 12.9898 + at * 78.233))
  const length = Math.hypot(...vector)
  return vector.map((value) => value / length)
}

let generation: Generation
beforeAll(async () => {
  const store = createGenerationStore({
    folder,
    vectorIndex: createHnswIndexFactory(),
    lexicalIndex: createInvertedIndexFactory(),
  })
  const entries = Array.from({ length: indexed }, (_, at) => ({ passage: passageOf(at), vector: vectorOf(at) }))
  const links = Array.from(
    { length: linked },
    (_, at): LinkedEntry => ({ passage: passageOf(indexed + at), linkedTo: ((indexed + at) * 7) % indexed }),
  )
  await store.build({
    ...{ id: 'g', embedder: { id: 'test', dimension }, chunker: 'c', passages: indexed + linked, indexed },
    entries: (async function* () {
      yield entries
      yield links
    })(),
  })
  generation = await store.open('g')
})
afterAll(() => generation.close())

const exclude = (ordinals: Iterable<number>): PassageExclusion[] =>
  [...ordinals].map((ordinal) => ({
    ...{ id: `x${ordinal}`, documentId: `d${ordinal}`, text: passageOf(ordinal).text, start: 0, by: 'a' },
    createdAt: '2026-01-01T00:00:00.000Z',
  }))

describe('withExclusions', () => {
  it('finds what a search through everything that is left finds, in the same order', () => {
    const ordinals = fc.oneof(
      fc.uniqueArray(fc.nat(indexed + linked - 1), { maxLength: 12 }),
      fc.uniqueArray(fc.nat(indexed + linked - 1), { minLength: 100, maxLength: indexed + linked }),
      // The best hits themselves.
      fc.integer({ min: 0, max: 200 }).map((count) => Array.from({ length: count }, (_, at) => at)),
    )
    fc.assert(
      fc.property(
        ordinals,
        fc.integer({ min: 1, max: 80 }),
        fc.nat(500),
        fc.boolean(),
        (excluded, k, seed, isNarrowed) => {
          const gone = new Set(excluded)
          const view = withExclusions({ generation, exclusions: exclude(excluded), revision: 'r' })
          const all = Array.from({ length: indexed + linked }, (_, ordinal) => ordinal)
          const filter = isNarrowed ? all.filter((ordinal) => ordinal % 3 !== seed % 3) : all
          const within = createOrdinalSet({
            capacity: indexed + linked,
            ordinals: filter.filter((one) => !gone.has(one)),
          })
          const asked = isNarrowed ? { within: createOrdinalSet({ capacity: indexed + linked, ordinals: filter }) } : {}
          const vector = vectorOf(seed)
          expect(view.vectors.search({ vector, k, ...asked })).toEqual(generation.vectors.search({ vector, k, within }))
          const text = `${words[seed % 8]}と${words[(seed * 5) % 8]}`
          expect(view.lexical.search({ text, k, ...asked })).toEqual(generation.lexical.search({ text, k, within }))
        },
      ),
      { numRuns: 100 },
    )
  })

  it('asks for nothing that cannot be: fewer than one result', () => {
    const view = withExclusions({ generation, exclusions: exclude([3]), revision: 'r' })
    expect(() => view.vectors.search({ vector: vectorOf(1), k: 0 })).toThrowError(/at least 1/)
  })
})
