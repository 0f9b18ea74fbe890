import fc from 'fast-check'
import { expect, it } from 'vitest'
import { layoutPassages } from './layout-passages'

it('shows what stands between passages, and where one repeats the one before', () => {
  const passages = [
    { start: 2, end: 6 },
    { start: 4, end: 9 },
    { start: 12, end: 14 },
  ]
  expect(
    layoutPassages({ passages, start: 0, end: 15 }).map(({ kind, start, end, ...more }) => [
      kind,
      start,
      end,
      'overlap' in more ? more.overlap : null,
    ]),
  ).toEqual([
    ['between', 0, 2, null],
    ['passage', 2, 6, 2],
    ['passage', 4, 9, 6],
    ['between', 9, 12, null],
    ['passage', 12, 14, 12],
    ['between', 14, 15, null],
  ])
})

it('says every character once, but for what passages repeat', () => {
  const span = fc
    .tuple(fc.nat(30), fc.integer({ min: 1, max: 8 }))
    .map(([start, length]) => ({ start, end: start + length }))
  fc.assert(
    fc.property(fc.array(span, { maxLength: 6 }), (spans) => {
      const passages = spans.sort((a, b) => a.start - b.start)
      const stretches = layoutPassages({ passages, start: 0, end: 60 })
      const own = stretches.flatMap((one) => {
        const from = one.kind === 'passage' ? one.overlap : one.start
        return Array.from({ length: one.end - from }, (_, i) => from + i)
      })
      expect(own).toEqual(Array.from({ length: 60 }, (_, at) => at))
    }),
  )
})
