import fc from 'fast-check'
import { expect, it } from 'vitest'
import { diffWords } from './diff-words'
import { splitWords } from './split-words'

const side = (kind: 'gone' | 'new', changes: ReturnType<typeof diffWords>) =>
  changes.flatMap((one) => (one.kind === 'same' || one.kind === kind ? one.text : [])).join('')

it('tells what went and what came by words of either language', () => {
  expect(diffWords({ before: '休暇は年に20日である。', after: '休暇は年に25日である。' })).toEqual([
    { kind: 'same', text: '休暇は年に' },
    { kind: 'gone', text: '20' },
    { kind: 'new', text: '25' },
    { kind: 'same', text: '日である。' },
  ])
  expect(diffWords({ before: 'Leave is granted.', after: 'Leave was granted.' }).map(({ text }) => text)).toEqual([
    'Leave ',
    'is',
    'was',
    ' granted.',
  ])
})

it('gives both texts back, whatever they are', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 40 })
  fc.assert(
    fc.property(text, text, (before, after) => {
      expect(splitWords(before).join('')).toBe(before)
      const changes = diffWords({ before, after })
      expect([side('gone', changes), side('new', changes)]).toEqual([before, after])
    }),
  )
})
