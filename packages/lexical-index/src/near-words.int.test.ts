import { expect, it } from 'vitest'
import { createInvertedIndexFactory } from './create-inverted-index-factory.js'
import { find, openIndex } from './suites/build-index.js'

const texts = [
  'Transformerの仕組み',
  'ChatGPTとBERT',
  'トランスフォーマーという構造',
  'GPT-4とGPU',
  '2019年の東大寺',
  'transformation',
]

it.each([
  { text: 'Transfomer', ordinals: [0], what: 'a letter left out' },
  { text: 'ChatGTP', ordinals: [1], what: 'two letters swapped' },
  { text: 'Trasnfromer', ordinals: [0], what: 'two errors in a long word' },
  { text: 'BART', ordinals: [1], what: 'a letter changed' },
  { text: 'トランスフォマー', ordinals: [2], what: 'a long vowel left out' },
  { text: 'transf', ordinals: [0, 5], what: 'a word cut short' },
])('takes $text for what is near: $what', async ({ text, ordinals }) => {
  expect(find(await openIndex(createInvertedIndexFactory(), texts), text).sort()).toEqual(ordinals)
})

it.each([
  { text: 'GPS', what: 'too short to tell' },
  { text: '2018年', what: 'another year' },
  { text: 'ransformer', what: 'another first letter' },
  { text: 'Kubernetes', what: 'nothing near' },
])('takes $text for nothing else: $what', async ({ text }) => {
  const index = await openIndex(createInvertedIndexFactory(), texts)
  expect(find(index, text).filter((ordinal) => ordinal !== 4)).toEqual([])
})

it('takes no word that is known for another, and what is near for less than what is meant', async () => {
  const index = await openIndex(createInvertedIndexFactory(), ['transformed', 'transformer', 'x', 'y', 'z'])
  expect(find(index, 'transformer')).toEqual([1])
  const [meant] = index.search({ text: 'transformer', k: 1 })
  const [near] = index.search({ text: 'transfomer', k: 1 })
  expect(near?.ordinal).toBe(1)
  expect(near?.score).toBeLessThan(meant?.score ?? Number.NaN)
  expect(near?.share).toBeLessThan(meant?.share ?? Number.NaN)
})
