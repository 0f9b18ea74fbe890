import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createUnigram } from './create-unigram.js'

const vocabulary = [
  ['<unk>', 0],
  ['a', -3],
  ['b', -3.5],
  ['ab', -4],
  ['ba', -4.1],
  ['aba', -5],
  ['bb', -7.5],
  ['😀', -6],
  ['a😀', -6.5],
] as const satisfies (readonly [string, number])[]
const unigram = createUnigram({ vocabulary, unknownId: 0, special: new Set([0]) })

/** Every way to split a text, with its score. */
function splits(text: string): { ids: number[]; score: number }[] {
  if (text === '') return [{ ids: [], score: 0 }]
  const first = String.fromCodePoint(text.codePointAt(0) as number)
  const pieces: { id: number; width: number; score: number }[] = vocabulary.flatMap(([piece, score], id) =>
    id > 0 && text.startsWith(piece) ? [{ id, width: piece.length, score }] : [],
  )
  if (!vocabulary.some(([piece]) => piece === first)) pieces.push({ id: 0, width: first.length, score: -7.5 - 10 })
  return pieces.flatMap(({ id, width, score }) =>
    splits(text.slice(width)).map((rest) => ({ ids: [id, ...rest.ids], score: score + rest.score })),
  )
}

test('finds the split of the highest score, as trying every one of them does', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'b', '😀', 'x'), { maxLength: 9 }), (characters) => {
      const text = characters.join('')
      const best = Math.max(...splits(text).map(({ score }) => score))
      const candidates = splits(text)
        .filter(({ score }) => score > best - 1e-9)
        .map(({ ids }) => ids.filter((id, i) => id !== 0 || ids[i - 1] !== 0).join())
      const tokens = unigram(text, 0, text.length)
      expect(candidates).toContain(tokens.map(({ id }) => id).join())
      expect(tokens.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text)
    }),
  )
})

test('reads a part of a text as that part alone', () => {
  expect(unigram('xxabaxx', 2, 5)).toEqual([{ id: 5, start: 2, end: 5 }])
})

test('special pieces are not read out of a text', () => {
  expect(unigram('<unk>', 0, 5)).toEqual([{ id: 0, start: 0, end: 5 }])
})
