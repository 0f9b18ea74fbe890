import { expect, test } from 'vitest'
import { createOutcome } from '../fixtures/create-outcome.js'
import { buildReport } from './build-report.js'
import { compareReports } from './compare-reports.js'
import { renderComparison } from './render-comparison.js'

const build = (dataset: string, rights: readonly boolean[]) =>
  buildReport({
    dataset,
    documents: 1,
    seconds: 1,
    outcomes: rights.map((isRight, index) =>
      createOutcome({ id: `q${index}`, isRight, kind: index < 20 ? 'fact' : 'list' }),
    ),
  })
const right = Array.from({ length: 40 }, () => true)

test('shows what changed, and how surely', () => {
  const lines = renderComparison(
    compareReports({ before: build('old', right), after: build('new', [...right].fill(false, 20)) }),
  ).split('\n')
  expect(lines[0]).toBe('new against old: 40 questions in both')
  expect(lines).toContainEqual(expect.stringMatching(/^mrr@10 +1\.000 +0\.500 +−0\.500 +−0\.\d{3} – −0\.\d{3} +worse$/))
  expect(lines).toContainEqual(expect.stringMatching(/^fact: correct +1\.000 +1\.000 +0\.000 +0\.000 – 0\.000$/))
  expect(lines).toContainEqual(expect.stringMatching(/^wrong now \(20\): q20 q21 .* and 10 more$/))
  expect(lines).toContain('found lower (20):')
  expect(lines).toContainEqual(expect.stringMatching(/^ {2}1 → – {2}q\d+ 質問q\d+は？$/))
})

test('names nothing where nothing changed', () => {
  const report = build('set', right)
  const text = renderComparison(compareReports({ before: report, after: report }))
  expect(text).not.toMatch(/now|higher|lower|better|worse/)
})
