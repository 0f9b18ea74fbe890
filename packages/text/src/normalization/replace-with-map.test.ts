import fc from 'fast-check'
import { expect, it } from 'vitest'
import { anyText } from '../fixtures/any-text.js'
import { normalizeWithMap } from './normalize-with-map.js'
import { replaceWithMap } from './replace-with-map.js'

const text = anyText({ pieces: ['ab', 'a', 'b', 'ｶﾞ', 'か\u3099', '㍿', 'ー', '-', '𠮷', '\ud800', '十二'] })
const replacements = [
  { pattern: /a+/g, write: () => '' },
  { pattern: /b/g, write: () => 'long' },
  { pattern: /ー|ガ/g, write: (match: string) => (match === 'ー' ? null : 'カ') },
  { pattern: /./gsu, write: (match: string) => match + match },
]

it('writes what replacing in the plain text writes', () => {
  fc.assert(
    fc.property(text, fc.constantFrom(...replacements), (text, { pattern, write }) => {
      const normalized = normalizeWithMap(text)
      const replaced = replaceWithMap(normalized, { pattern, replace: ([match]) => write(match) })
      return replaced.text === normalized.text.replace(pattern, (match) => write(match) ?? match)
    }),
    { numRuns: 500 },
  )
})

it('keeps a way back that is monotone and inside, also after several times', () => {
  fc.assert(
    fc.property(
      text,
      fc.array(fc.constantFrom(...replacements), { maxLength: 3 }),
      fc.nat(),
      fc.nat(),
      (text, steps, a, b) => {
        let replaced = normalizeWithMap(text)
        for (const { pattern, write } of steps)
          replaced = replaceWithMap(replaced, { pattern, replace: ([match]) => write(match) })
        const { length } = replaced.text
        const map = Array.from({ length: length + 1 }, (_, offset) => replaced.toSource(offset))
        if (map.some((source, offset) => source < (map[offset - 1] ?? 0) || source > text.length)) return false
        if (replaced.toSource(length) !== text.length) return false
        const start = a % (length + 1)
        const end = start + (b % (length - start + 1))
        const span = replaced.sourceSpan(start, end)
        return start === end ? span.start === span.end : span.start < span.end && span.end <= text.length
      },
    ),
    { numRuns: 1000 },
  )
})

it('spans what a replaced piece stood for', () => {
  const replaced = replaceWithMap(normalizeWithMap('第十二回'), { pattern: /十二/g, replace: () => '12' })
  expect(replaced.text).toBe('第12回')
  expect(replaced.sourceSpan(1, 2)).toEqual({ start: 1, end: 3 })
  expect(replaced.sourceSpan(0, 4)).toEqual({ start: 0, end: 4 })
  const shortened = replaceWithMap(normalizeWithMap('葛\u{e0100}城'), { pattern: /\u{e0100}/gu, replace: () => '' })
  expect(shortened.sourceSpan(0, 2)).toEqual({ start: 0, end: 4 })
})
