import { expect, test } from 'vitest'
import { createOutcome } from '../fixtures/create-outcome.js'
import { buildReport } from './build-report.js'
import { compareReports } from './compare-reports.js'
import { parseReport } from './parse-report.js'
import { slimReport } from './slim-report.js'

test('holds the figures, and none of the texts', () => {
  const outcomes = [true, false, true].map((isRight, at) => ({
    ...createOutcome({ id: `q${at}`, isRight }),
    confidence: 0.987654321,
    answer: '富士山は3,776メートルです。[1]',
    expected: [['3,776']],
  }))
  const report = buildReport({ dataset: 'd', documents: 1, outcomes, seconds: 3.2 })
  const slim = slimReport(report)
  expect(JSON.stringify(slim)).not.toContain('3,776')
  const back = parseReport(JSON.parse(JSON.stringify(slim)))
  expect(back.answers).toEqual(report.answers)
  expect(back.intervals).toEqual(report.intervals)
  expect(back.counts).toMatchObject({ answerable: 3, unanswerable: 0 })
  const differences = compareReports({ before: back, after: report }).differences
  expect(differences.find(({ metric }) => metric === 'correct')).toMatchObject({ difference: 0, verdict: 'same' })
})
