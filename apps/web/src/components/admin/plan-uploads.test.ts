import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maxUploadBytes } from '../../server/http/upload-types'
import { planUploads } from './plan-uploads'

describe('planUploads', () => {
  it('says of each refused file why, and takes the others', () => {
    const plan = planUploads([
      { name: 'a.MD', size: 10 },
      { name: 'b.exe', size: 10 },
      { name: 'c.txt', size: 0 },
      { name: 'd.html', size: maxUploadBytes + 1 },
      { name: 'folder', size: 4096 },
    ])
    expect(plan.batches).toEqual([[{ name: 'a.MD', size: 10 }]])
    expect(plan.refused.map(({ uri, code }) => [uri, code])).toEqual([
      ['b.exe', 'SOURCE_TYPE_UNSUPPORTED'],
      ['c.txt', 'SOURCE_EMPTY'],
      ['d.html', 'SOURCE_TOO_LARGE'],
      ['folder', 'SOURCE_TYPE_UNSUPPORTED'],
    ])
  })
  it('loses no file, keeps the order, and makes no request that is too large', () => {
    const file = fc.record({ name: fc.constantFrom('a.md', 'b.exe'), size: fc.integer({ min: 0, max: 38_000_000 }) })
    fc.assert(
      fc.property(fc.array(file, { maxLength: 40 }), (files) => {
        const { batches, refused } = planUploads(files)
        expect(batches.flat()).toEqual(files.filter(({ name, size }) => name === 'a.md' && size > 0))
        expect(batches.flat().length + refused.length).toBe(files.length)
        for (const batch of batches) {
          expect(batch.length).toBeGreaterThan(0)
          expect(batch.reduce((sum, { size }) => sum + size, 0)).toBeLessThan(maxUploadBytes)
        }
      }),
    )
  })
})
