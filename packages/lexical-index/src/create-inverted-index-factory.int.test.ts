import { describe, expect, it } from 'vitest'
import { createInvertedIndexFactory } from './create-inverted-index-factory.js'
import { find, openIndex } from './suites/build-index.js'
import { buildingSuite } from './suites/building.suite.js'
import { damageSuite } from './suites/damage.suite.js'
import { searchingSuite } from './suites/searching.suite.js'

describe('searching', () => searchingSuite({ createFactory: createInvertedIndexFactory }))
describe('building', () => buildingSuite({ createFactory: createInvertedIndexFactory }))
describe('damaged files', () => damageSuite({ createFactory: createInvertedIndexFactory }))

describe('ranking', () => {
  it('weighs title, headings and body as it was told', async () => {
    const texts = [{ body: 'whisper aa bb' }, { headings: 'whisper aa bb' }, { title: 'whisper aa bb' }, 'x', 'y']
    expect(find(await openIndex(createInvertedIndexFactory(), texts), 'whisper')).toEqual([2, 1, 0])
    const other = createInvertedIndexFactory({ ranking: { body: 9, headings: 8 } })
    expect(find(await openIndex(other, texts), 'whisper')).toEqual([0, 1, 2])
  })

  it.each([{ body: -1 }, { title: Number.NaN }, { k1: 0 }, { b: 1.1 }])('refuses %j', (ranking) => {
    expect(() => createInvertedIndexFactory({ ranking })).toThrow(expect.objectContaining({ code: 'INPUT_INVALID' }))
  })

  it.each([0, 1.5])('refuses %d terms', (maxTerms) => {
    expect(() => createInvertedIndexFactory({ maxTerms })).toThrow(expect.objectContaining({ code: 'INPUT_INVALID' }))
  })
})
