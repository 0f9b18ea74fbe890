import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createOrdinalSet } from './ordinal-set.js'

it('holds what a set holds, in ascending order', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 200 }), fc.array(fc.integer({ min: -5, max: 220 })), (capacity, ordinals) => {
      const set = createOrdinalSet({ capacity, ordinals })
      const naive = new Set(ordinals.filter((ordinal) => ordinal >= 0 && ordinal < capacity))
      expect(set.size).toBe(naive.size)
      expect([...set.values()]).toEqual([...naive].sort((a, b) => a - b))
      for (let ordinal = 0; ordinal < capacity; ordinal++) expect(set.has(ordinal)).toBe(naive.has(ordinal))
    }),
  )
})
