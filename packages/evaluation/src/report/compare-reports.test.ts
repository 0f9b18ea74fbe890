import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createOutcome } from '../fixtures/create-outcome.js'
import { buildReport } from './build-report.js'
import { compareReports } from './compare-reports.js'

const createReport = (verdicts: readonly boolean[], prefix = 'q') =>
  buildReport({
    dataset: 'set',
    documents: 1,
    seconds: 1,
    outcomes: verdicts.map((isRight, index) => createOutcome({ id: `${prefix}${index}`, isRight })),
  })
const compare = (before: readonly boolean[], after: readonly boolean[]) =>
  compareReports({ before: createReport(before), after: createReport(after) })
const half = Array.from({ length: 100 }, (_, index) => index % 2 === 0)

test('a run is the same as itself', () => {
  const { questions, differences, fixed, broken } = compare(half, half)
  expect(questions).toBe(100)
  expect(differences).toHaveLength(13)
  for (const { difference, interval, verdict } of differences)
    expect({ difference, interval, verdict }).toEqual({ difference: 0, interval: { low: 0, high: 0 }, verdict: 'same' })
  expect([...fixed, ...broken]).toEqual([])
})

describe('a difference', () => {
  const find = (after: boolean[]) => compare(half, after).differences.find(({ metric }) => metric === 'correct')

  test('of one question in a hundred is within the interval', () => {
    const after = half.with(0, false)
    expect(find(after)).toMatchObject({ before: 0.5, after: 0.49, verdict: 'same' })
    expect(compare(half, after).broken).toEqual(['q0'])
  })

  test('of twenty in a hundred, all one way, is beyond it', () => {
    expect(find(half.map((isRight, index) => isRight && index >= 40))).toMatchObject({ after: 0.3, verdict: 'worse' })
    expect(find(half.map((isRight, index) => isRight || index < 40))).toMatchObject({ after: 0.7, verdict: 'better' })
  })

  test('swapped is its mirror image', () => {
    const verdicts = fc.array(fc.boolean(), { minLength: 20, maxLength: 20 })
    fc.assert(
      fc.property(verdicts, verdicts, (before, after) => {
        const forth = compare(before, after)
        const back = compare(after, before)
        expect(back.fixed).toEqual(forth.broken)
        back.differences.forEach((difference, index) => {
          expect(difference.difference).toBeCloseTo(-(forth.differences[index]?.difference ?? 0), 12)
          expect(difference.interval.low).toBeCloseTo(-(forth.differences[index]?.interval.high ?? 0), 12)
        })
      }),
      { numRuns: 10 },
    )
  })
})

test('only the questions of both runs are compared', () => {
  const { questions, differences } = compare(half, half.slice(0, 30))
  expect(questions).toBe(30)
  expect(differences[0]).toMatchObject({ before: 0.5, after: 0.5 })
})

test('a metric that one run did not measure is left out', () => {
  const before = createReport(half)
  const after = createReport(half)
  for (const outcome of after.perQuestion) outcome.measures = { 'mrr@10': [1, 1] }
  expect(compareReports({ before, after }).differences.map(({ metric }) => metric)).toEqual(['mrr@10'])
})

test('runs without a common question cannot be compared', () => {
  expect(() => compareReports({ before: createReport(half), after: createReport(half, 'other') })).toThrow(
    'No question is in both reports',
  )
})
