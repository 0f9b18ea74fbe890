import fc from 'fast-check'
import { expect, test } from 'vitest'
import { measureCalibration } from './measure-calibration.js'
import { wilsonInterval } from './wilson-interval.js'

const judge = (confidence: number, ...verdicts: boolean[]) => verdicts.map((correct) => ({ confidence, correct }))

test('by hand: 4 at .9 of which 3 right, 1 at .2 wrong', () => {
  const calibration = measureCalibration({ judgements: [...judge(0.9, true, true, true, false), ...judge(0.2, false)] })
  expect(calibration?.ece).toBeCloseTo((4 / 5) * 0.15 + (1 / 5) * 0.2, 12)
  expect(calibration?.brier).toBeCloseTo((3 * 0.01 + 0.81 + 0.04) / 5, 12)
  expect(calibration?.bins[9]).toMatchObject({ low: 0.9, high: 1, count: 4, correct: 0.75 })
  expect(calibration?.bins[2]).toMatchObject({ count: 1, correct: 0 })
  expect(calibration?.bins[0]).toEqual({
    low: 0,
    high: 0.1,
    count: 0,
    confidence: null,
    correct: null,
    interval: null,
  })
})

test('a confidence of 1 lies in the last bin, and nothing judged gives nothing', () => {
  expect(measureCalibration({ judgements: judge(1, true) })).toMatchObject({ ece: 0, brier: 0, count: 1 })
  expect(measureCalibration({ judgements: [] })).toBeNull()
})

test('every judgement lies in one bin, and the error is at most one', () => {
  const judgements = fc.array(
    fc.record({ confidence: fc.double({ min: 0, max: 1, noNaN: true }), correct: fc.boolean() }),
    { minLength: 1 },
  )
  fc.assert(
    fc.property(judgements, fc.integer({ min: 1, max: 30 }), (given, bins) => {
      const calibration = measureCalibration({ judgements: given, bins })
      expect(calibration?.bins.reduce((sum, { count }) => sum + count, 0)).toBe(given.length)
      expect(calibration?.ece).toBeGreaterThanOrEqual(0)
      expect(calibration?.ece).toBeLessThanOrEqual(1)
    }),
  )
})

// Reference values of R's binom.confint(method = "wilson").
test.each([
  [0, 10, 0, 0.27753],
  [5, 10, 0.23659, 0.76341],
  [10, 10, 0.72247, 1],
] as const)('Wilson interval of %i of %i', (successes, count, low, high) => {
  const interval = wilsonInterval({ successes, count })
  expect(interval?.low).toBeCloseTo(low, 4)
  expect(interval?.high).toBeCloseTo(high, 4)
})
