import fc from 'fast-check'
import { expect, it } from 'vitest'
import { narrowEdit } from './narrow-edit.js'

const narrow = (original: string, written: string) => {
  const { start, end, original: was } = narrowEdit({ edit: { start: 10, end: 10 + written.length, original }, written })
  return [was, written.slice(start - 10, end - 10)]
}

it('tells the sentences that were written, and what stood there', () => {
  expect(narrow('甲である。乙である。丙である。', '甲である。丁である。丙である。')).toEqual([
    '乙である。',
    '丁である。',
  ])
  expect(narrow('甲である。', '丁である。')).toEqual(['甲である。', '丁である。'])
  // What is only taken away, or added, is told with the sentence beside it.
  expect(narrow('甲である。乙である。', '甲である。')).toEqual(['甲である。乙である。', '甲である。'])
  expect(narrow('甲である。乙である。', '甲である。丁である。乙である。')).toEqual([
    '乙である。',
    '丁である。乙である。',
  ])
})

it('leaves out nothing but what both say', () => {
  const text = fc
    .array(fc.constantFrom('甲。', '乙。', '丙。', '\n', '丁'), { minLength: 1, maxLength: 8 })
    .map((all) => all.join(''))
  fc.assert(
    fc.property(text, text, (original, written) => {
      const [was = '', is = ''] = narrow(original, written)
      expect([was.length, is.length].every((length) => length > 0)).toBe(true)
      const head = original.indexOf(was) >= 0
      expect(head).toBe(true)
      const edit = narrowEdit({ edit: { start: 0, end: written.length, original }, written })
      expect(written.slice(0, edit.start) + was + written.slice(edit.end)).toBe(original)
    }),
  )
})
