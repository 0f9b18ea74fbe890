import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parseReport } from '@shutten/evaluation'
import { createTemporaryFolder } from '@shutten/testing'
import { expect, test } from 'vitest'
import { openCommittedRuns } from './committed-run.js'

const report = parseReport({
  dataset: '../a set',
  documents: 1,
  seconds: 1.5,
  perQuestion: ['q1', 'q2'].map((id) => ({
    id,
    kind: 'fact',
    question: '？',
    status: 'answered',
    correct: true,
    answer: '答え。[1]',
    quotes: ['答え。'],
    timings: { ask: 123.4 },
    measures: { correct: [1, 1] },
  })),
})

test('a run is kept under its dataset, a line for each question, and found again', async () => {
  const folder = path.join(await createTemporaryFolder(), 'runs')
  const runs = openCommittedRuns({ folder })
  expect(await runs.find(report.dataset)).toBeNull()
  const file = await runs.save(report)
  expect(path.dirname(file)).toBe(folder)
  expect(await runs.find(report.dataset)).toBe(file)
  const text = readFileSync(file, 'utf8')
  expect(text.split('\n')).toHaveLength(5)
  expect(parseReport(JSON.parse(text)).answers).toEqual(report.answers)
})
