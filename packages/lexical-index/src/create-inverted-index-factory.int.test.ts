import { readFile, writeFile } from 'node:fs/promises'
import { crc32 } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { createInvertedIndexFactory } from './create-inverted-index-factory.js'
import { articles, buildIndex, find, openIndex } from './suites/build-index.js'
import { buildingSuite } from './suites/building.suite.js'
import { damageSuite } from './suites/damage.suite.js'
import { searchingSuite } from './suites/searching.suite.js'

describe.each([{}, { segmentSize: 2 }])('with %j', (options) => {
  const createFactory = () => createInvertedIndexFactory(options)
  describe('searching', () => searchingSuite({ createFactory }))
  describe('building', () => buildingSuite({ createFactory }))
  describe('damaged files', () => damageSuite({ createFactory }))
})

it('reads files that do not say how large their segments are', async () => {
  const file = await buildIndex({ factory: createInvertedIndexFactory({ segmentSize: 65_536 }), texts: articles })
  const bytes = await readFile(file)
  const [segmentSizeAt, checksumAt, checkedFrom] = [36, 12, 16]
  expect(bytes.readUInt32LE(segmentSizeAt)).toBe(65_536)
  bytes.writeUInt32LE(0, segmentSizeAt)
  bytes.writeUInt32LE(crc32(bytes.subarray(checkedFrom)), checksumAt)
  await writeFile(file, bytes)
  const index = await createInvertedIndexFactory().open({ file, size: articles.length })
  expect(find(index, 'whisper')).toEqual([3])
  index.close()
})

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

  it.each([0, 1.5, 65_537])('refuses segments of %d', (segmentSize) => {
    const refused = expect.objectContaining({ code: 'INPUT_INVALID' })
    expect(() => createInvertedIndexFactory({ segmentSize })).toThrow(refused)
  })

  it.each([0, 1.5])('refuses %d terms', (maxTerms) => {
    expect(() => createInvertedIndexFactory({ maxTerms })).toThrow(expect.objectContaining({ code: 'INPUT_INVALID' }))
  })
})
