import fc from 'fast-check'
import { expect, test } from 'vitest'
import { batchByLength } from './batch-by-length.js'

test('every row is in one batch; batches are small and of like length', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 2, max: 512 })), (lengths) => {
      const batches = batchByLength(lengths.map((length) => ({ length })))
      expect(batches.flat().sort((a, b) => a - b)).toEqual(lengths.map((_, index) => index))
      for (const batch of batches) {
        const inside = batch.map((index) => lengths[index] as number)
        expect(batch.length).toBeLessThanOrEqual(4)
        expect(Math.min(...inside)).toBeGreaterThanOrEqual(Math.max(...inside) * 0.9)
        if (batch.length > 1) expect(batch.length * Math.max(...inside)).toBeLessThanOrEqual(640)
      }
    }),
  )
})

test('rows of one length share batches', () => {
  expect(batchByLength(Array.from({ length: 6 }, () => ({ length: 100 }))).map((batch) => batch.length)).toEqual([4, 2])
})
