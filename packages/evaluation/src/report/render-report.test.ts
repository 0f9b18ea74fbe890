import { expect, test } from 'vitest'
import { createOutcome } from '../fixtures/create-outcome.js'
import { buildReport } from './build-report.js'
import { formatTable } from './format-table.js'
import { renderReport } from './render-report.js'

const build = (rights: number, wrongs: number) =>
  buildReport({
    dataset: 'golden',
    documents: 30,
    seconds: 12.34,
    outcomes: [
      ...Array.from({ length: rights }, (_, index) => createOutcome({ id: `r${index}`, isRight: true })),
      ...Array.from({ length: wrongs }, (_, index) =>
        createOutcome({ id: `w${index}`, isRight: false, kind: '言い換え' }),
      ),
    ],
  })

test('a report shows scores, intervals, kinds, times and what went wrong', () => {
  const lines = renderReport(build(3, 1)).split('\n')
  expect(lines[0]).toBe('golden: 4 questions, 30 documents, 12.3 s')
  expect(lines).toContainEqual(expect.stringMatching(/^mrr@10 +0\.750 +0\.\d{3} – 1\.000$/))
  expect(lines).toContainEqual(expect.stringMatching(/^fact +3 +1\.000/))
  expect(lines).toContainEqual(expect.stringMatching(/^言い換え +1 +0\.000/))
  expect(lines).toContain('answered 4, refused 0, failed 0')
  expect(lines).toContain('ask: p50 200 ms, p95 200 ms')
  expect(lines).toContain('w0 (言い換え) 質問w0は？')
  expect(lines).toContain('  expected: 答え | answer + 正解')
  expect(lines).toContain('  got: 別の 話です。[1]')
})

test('a run without a wrong answer lists none, and a long list is cut', () => {
  expect(renderReport(build(3, 0))).not.toContain('wrong')
  const text = renderReport(build(0, 14))
  expect(text).toContain('14 wrong:')
  expect(text).toContain('w9 ')
  expect(text).not.toContain('w10 ')
  expect(text).toContain('… and 4 more')
})

test('what was not measured is left out, of the scores and of the columns of the kinds', () => {
  const outcome = { ...createOutcome({ id: 'a', isRight: true }), measures: { 'mrr@10': [1, 1] as const } }
  const text = renderReport(buildReport({ dataset: 'd', documents: null, outcomes: [outcome], seconds: 0 }))
  expect(text).toContain('? documents')
  expect(text).not.toContain('refusal.f1')
  expect(text).toMatch(/^fact +1 +1\.000$/m)
})

test('a table is aligned by the width that a terminal shows', () => {
  expect(
    formatTable([
      ['種類', 'n'],
      ['a', '10'],
    ]),
  ).toBe('種類   n\na     10')
  expect(formatTable([])).toBe('')
})
