import { expect, test } from 'vitest'
import { createOutcome } from '../fixtures/create-outcome.js'
import { buildRobustnessReport } from './build-robustness-report.js'
import type { DamagedOutcome } from './robustness-report.js'

const outcomes = Array.from({ length: 10 }, (_, index) => ({
  ...createOutcome({ id: `q${index}`, isRight: true, kind: index < 5 ? 'a' : 'b' }),
}))
const damage = (original: string, perturbation: DamagedOutcome['perturbation'], rr: number): DamagedOutcome => ({
  original,
  kind: Number(original.slice(1)) < 5 ? 'a' : 'b',
  perturbation,
  question: '？',
  rank: rr === 0 ? null : 1 / rr,
  measures: { 'mrr@10': [rr, 1] },
})

test('the loss is that of the same questions, by way and by kind', () => {
  const report = buildRobustnessReport({
    outcomes,
    damaged: [
      ...outcomes.map(({ id }) => damage(id, 'case', 1)),
      ...outcomes.slice(0, 5).map(({ id }) => damage(id, 'typo', 0.5)),
    ],
  })
  expect(report?.overall).toMatchObject({ questions: 15, before: 1 })
  expect(report?.overall.loss).toBeCloseTo(2.5 / 15, 12)
  expect(report?.byPerturbation.case).toMatchObject({ questions: 10, loss: 0, interval: { low: 0, high: 0 } })
  expect(report?.byPerturbation.typo).toMatchObject({ questions: 5, loss: 0.5, interval: { low: 0.5, high: 0.5 } })
  expect(report?.byKind.a?.loss).toBeCloseTo(0.25, 12)
  expect(report?.byKind.b?.loss).toBe(0)
  expect(report?.overall.interval.low).toBeGreaterThan(0)
  expect(report?.overall.interval.high).toBeLessThan(0.3)
})

test('what was not measured undamaged says nothing', () => {
  expect(buildRobustnessReport({ outcomes, damaged: [damage('x1', 'case', 0)] })).toBeNull()
  expect(buildRobustnessReport({ outcomes, damaged: [] })).toBeNull()
})
