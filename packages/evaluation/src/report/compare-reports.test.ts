import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createOutcome } from '../fixtures/create-outcome.js'
import { metricNames } from '../metrics/metric-name.js'
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
  expect(differences).toHaveLength(metricNames.length)
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
      fc.property(verdicts, verdicts, (one, other) => {
        const [before, after] = [createReport(one), createReport(other)]
        const forth = compareReports({ before, after })
        const back = compareReports({ before: after, after: before })
        expect(back.fixed).toEqual(forth.broken)
        back.differences.forEach((difference, index) => {
          expect(difference.difference).toBeCloseTo(-(forth.differences[index]?.difference ?? 0), 12)
          expect(difference.interval.low).toBeCloseTo(-(forth.differences[index]?.interval.high ?? 0), 12)
        })
      }),
      { numRuns: 5 },
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

test('ranks that changed are told, the largest change first', () => {
  const at = (id: string, rank: number | null) => ({ ...createOutcome({ id, isRight: true }), rank })
  const build = (ranks: (number | null)[]) =>
    buildReport({
      dataset: 'set',
      documents: 1,
      seconds: 1,
      outcomes: ranks.map((rank, index) => at(`q${index}`, rank)),
    })
  const { higher, lower } = compareReports({ before: build([1, 2, null, 4, 1]), after: build([1, 1, 3, null, 9]) })
  expect(higher.map(({ id, before, after }) => [id, before, after])).toEqual([
    ['q1', 2, 1],
    ['q2', null, 3],
  ])
  expect(lower.map(({ id }) => id)).toEqual(['q4', 'q3'])
})

test('differences are told by kind too', () => {
  const build = (rights: boolean[]) =>
    buildReport({
      dataset: 'set',
      documents: 1,
      seconds: 1,
      outcomes: rights.map((isRight, index) =>
        createOutcome({ id: `q${index}`, isRight, kind: index < 10 ? 'a' : 'b' }),
      ),
    })
  const right = Array(20).fill(true)
  const { byKind } = compareReports({ before: build(right), after: build([...right].fill(false, 10)) })
  const find = (kind: string) => byKind[kind]?.find(({ metric }) => metric === 'correct')
  expect(find('a')).toMatchObject({ difference: 0, verdict: 'same' })
  expect(find('b')).toMatchObject({ difference: -1, verdict: 'worse' })
})

test('questions that one run only searched for say nothing of its answers', () => {
  const { perQuestion, ...head } = createReport(half)
  const searched = perQuestion.map((outcome, index) =>
    index < 10
      ? outcome
      : {
          ...outcome,
          status: null,
          correct: null,
          timings: { ...outcome.timings, ask: null },
          measures: { 'mrr@10': outcome.measures['mrr@10'] ?? ([0, 1] as const) },
        },
  )
  const { differences } = compareReports({ before: createReport(half), after: { ...head, perQuestion: searched } })
  expect(differences.find(({ metric }) => metric === 'correct')).toMatchObject({
    before: 0.5,
    after: 0.5,
    difference: 0,
  })
  const allRight = createReport(half.map((_, index) => index >= 10 || index % 2 === 0))
  expect(
    compareReports({ before: allRight, after: { ...head, perQuestion: searched } }).differences.find(
      ({ metric }) => metric === 'correct',
    ),
  ).toMatchObject({ before: 0.5, after: 0.5 })
})
