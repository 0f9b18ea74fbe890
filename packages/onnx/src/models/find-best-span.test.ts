import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findBestSpan } from './find-best-span.js'

const passage = '  the tower\n is 333 m '
const words = [...passage.matchAll(/\s*\S+|\s+$/g)]
const tokens = {
  ids: words.map((_, i) => i),
  starts: words.map((word) => word.index),
  ends: words.map((word) => word.index + word[0].length),
}
const logitsOf = (pairs: (readonly [number, number])[]) => Float32Array.from(pairs.flat())
const text = (span: { start: number; end: number } | null) => span && passage.slice(span.start, span.end)

test('takes the best start and end, trimmed of white space', () => {
  const logits = logitsOf(
    [
      [9, 9],
      [9, 9],
      [0, 0],
      [0, 0],
      [0, 0],
      [5, 0],
      [0, 4],
      [0, 0],
    ].map(([a, b]) => [a, b] as [number, number]),
  )
  const span = findBestSpan({ passage, tokens, logits, offset: 2 })
  expect(text(span)).toBe('333 m')
  expect(span?.score).toBe(9)
})

test('never ends before it starts', () => {
  const logits = logitsOf([
    [0, 9],
    [0, 0],
    [0, 0],
    [9, 0],
    [0, 1],
    [0, 0],
  ])
  expect(text(findBestSpan({ passage, tokens, logits, offset: 0 }))).toBe('333 m')
})

test('is as good as any span that trying them all finds', () => {
  const logit = fc.integer({ min: -20, max: 20 })
  fc.assert(
    fc.property(fc.array(fc.tuple(logit, logit), { minLength: 6, maxLength: 6 }), (pairs) => {
      let best = Number.NEGATIVE_INFINITY
      for (let first = 0; first < 6; first++)
        for (let last = first; last < 6; last++)
          if (passage.slice(tokens.starts[first], tokens.ends[last]).trim() !== '')
            best = Math.max(best, (pairs[first]?.[0] ?? 0) + (pairs[last]?.[1] ?? 0))
      expect(findBestSpan({ passage, tokens, logits: logitsOf(pairs), offset: 0 })?.score).toBe(best)
    }),
  )
})

test('is null when there is only white space', () => {
  const blank = { ids: [6, 6], starts: [0, 1], ends: [1, 3] }
  expect(findBestSpan({ passage: ' \n ', tokens: blank, logits: new Float32Array(4), offset: 0 })).toBeNull()
  const nothing = { ids: [], starts: [], ends: [] }
  expect(findBestSpan({ passage: '', tokens: nothing, logits: new Float32Array(0), offset: 0 })).toBeNull()
})

test('is no longer than 24 tokens', () => {
  const letters = 'a'.repeat(40)
  const long = {
    ids: [...letters].map(() => 0),
    starts: [...letters].map((_, i) => i),
    ends: [...letters].map((_, i) => i + 1),
  }
  const logits = new Float32Array(80)
  logits[0] = 9
  logits[79] = 9
  const span = findBestSpan({ passage: letters, tokens: long, logits, offset: 0 })
  expect((span?.end ?? 0) - (span?.start ?? 0)).toBeLessThanOrEqual(24)
})

test('leaves out punctuation that shares a token with the answer', () => {
  const joined = { ids: [0, 1], starts: [0, 3], ends: [3, 5] }
  const options = { passage: '、17億。', tokens: joined, logits: Float32Array.from([9, 0, 0, 9]), offset: 0 }
  expect(findBestSpan(options)).toEqual({ start: 1, end: 4, score: 18 })
})

test('takes the mark of its last character along', () => {
  const half = { ids: [0, 1], starts: [0, 1], ends: [1, 2] }
  const span = findBestSpan({ passage: 'ﾊﾞｽ', tokens: half, logits: Float32Array.from([9, 9, 0, 0]), offset: 0 })
  expect(span).toMatchObject({ start: 0, end: 2 })
})
