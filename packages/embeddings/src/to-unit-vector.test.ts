import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toUnitVector } from './to-unit-vector.js'

test('keeps the direction and makes the length one, whatever the size of the numbers', () => {
  const number = fc.double({ noNaN: true, noDefaultInfinity: true })
  fc.assert(
    fc.property(fc.array(number, { minLength: 1, maxLength: 12 }), (values) => {
      fc.pre(values.some((value) => value !== 0))
      const vector = toUnitVector({ values, dimension: values.length, id: 'test' })
      expect(Math.hypot(...vector)).toBeCloseTo(1, 5)
      const largest = Math.max(...values.map(Math.abs))
      const most = Math.max(...vector.map(Math.abs))
      values.forEach((value, i) => {
        expect((vector[i] as number) / most).toBeCloseTo(value / largest, 5)
      })
    }),
  )
})
