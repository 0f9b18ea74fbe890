import fc from 'fast-check'
import { expect, it } from 'vitest'
import { editDistance } from './edit-distance.js'

const units = (word: string) => Uint16Array.from(word, (letter) => letter.charCodeAt(0))
const distance = (a: string, b: string, most = 9) => editDistance({ a: units(a), b: units(b), most })

it.each([
  ['transformer', 'transformer', 0],
  ['transfomer', 'transformer', 1],
  ['chatgtp', 'chatgpt', 1],
  ['トランスフォマー', 'トランスフォーマー', 1],
  ['kitten', 'sitting', 3],
  ['', 'ab', 2],
  ['ca', 'abc', 3],
])('%s → %s: %d', (a, b, expected) => {
  expect(distance(a, b)).toBe(expected)
  expect(distance(b, a)).toBe(expected)
  expect(distance(a, b, expected)).toBe(expected)
  if (expected > 0) expect(distance(a, b, expected - 1)).toBeNull()
})

/** As it is defined, by recursion. */
function naiveDistance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length
  const isSwapped = a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1)
  return Math.min(
    naiveDistance(a.slice(0, -1), b) + 1,
    naiveDistance(a, b.slice(0, -1)) + 1,
    naiveDistance(a.slice(0, -1), b.slice(0, -1)) + (a.at(-1) === b.at(-1) ? 0 : 1),
    isSwapped ? naiveDistance(a.slice(0, -2), b.slice(0, -2)) + 1 : Number.POSITIVE_INFINITY,
  )
}

it('is what the recursion gives', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 5 })
  fc.assert(
    fc.property(word, word, fc.nat(4), (a, b, most) => {
      const expected = naiveDistance(a, b)
      expect(distance(a, b, most)).toBe(expected <= most ? expected : null)
    }),
    { numRuns: 300 },
  )
})
