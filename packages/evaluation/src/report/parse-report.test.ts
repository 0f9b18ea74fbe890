import { expect, test } from 'vitest'
import { createOutcome } from '../fixtures/create-outcome.js'
import { buildReport } from './build-report.js'
import { parseReport } from './parse-report.js'

const report = buildReport({
  dataset: 'set',
  documents: 3,
  seconds: 2,
  outcomes: [createOutcome({ id: 'a', isRight: true }), createOutcome({ id: 'b', isRight: false })],
})
const toJson = (value: unknown) => JSON.parse(JSON.stringify(value))

test('a report is read back as it was', () => {
  expect(parseReport(toJson(report))).toEqual(report)
})

test('one of an earlier version is summed up anew', () => {
  const old = toJson(report)
  delete old.calibration
  delete old.byKind
  for (const outcome of old.perQuestion) {
    delete outcome.citations
    delete outcome.found
    delete outcome.measures['map@10']
    outcome.measures['mystery@10'] = [1, 1]
  }
  const read = parseReport(old)
  expect(read.retrieval).toMatchObject({ 'mrr@10': 0.5, 'map@10': null })
  expect(read.byKind.fact?.intervals['mrr@10']).toEqual(report.byKind.fact?.intervals['mrr@10'])
  expect(read.perQuestion[0]).toMatchObject({ citations: [], found: [] })
  expect(read.perQuestion[0]?.measures).not.toHaveProperty('mystery@10')
})

test.each([
  ['nothing', null, 'report: '],
  ['a dataset', { name: 'set', questions: [] }, 'dataset: '],
  ['an outcome without measures', { ...toJson(report), perQuestion: [{ id: 'a' }] }, 'perQuestion.0.'],
])('%s is refused', (_, input, place) => {
  expect(() => parseReport(input)).toThrow(place)
  try {
    parseReport(input)
  } catch (error) {
    expect((error as { code: string }).code).toBe('REPORT_INVALID')
  }
})
