import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { createOutcome } from '../fixtures/create-outcome.js'
import { createRun } from '../fixtures/create-run.js'
import { buildReport } from '../report/build-report.js'
import { compareReports } from '../report/compare-reports.js'
import { buildRobustnessReport } from '../robustness/build-robustness-report.js'
import { formatDuration, formatEnd } from './format.js'
import { renderHtmlReport } from './render-html-report.js'

const attack = '</script><script>alert(1)</script>"\'<img src=x onerror=alert(1)>&'
const outcomes = Array.from({ length: 20 }, (_, index) =>
  createOutcome({ id: `q ${index}`, isRight: index % 4 !== 0, kind: index % 2 === 0 ? 'fact' : 'list' }),
)
const hostile = {
  ...createOutcome({ id: attack, isRight: false, kind: attack }),
  question: attack,
  answer: `${attack}[1]`,
  quotes: [attack],
  citations: [{ number: 1, documentId: attack, title: attack, uri: attack, quote: attack }],
  found: [{ documentId: attack, title: attack }],
  expected: [[attack]],
  evidence: attack,
  error: { code: 'MODEL_FAILED', message: attack },
}
const build = (all: typeof outcomes) => buildReport({ dataset: attack, documents: 3, seconds: 10, outcomes: all })
const report = {
  ...build([...outcomes, hostile, { ...createOutcome({ id: 'r', isRight: true }), expected: null, status: 'refused' }]),
  run: createRun({ id: `20261122T000000Z-${attack}` }),
}
const robustness = buildRobustnessReport({
  outcomes: report.perQuestion,
  damaged: [...outcomes, hostile].map(({ id, kind }) => ({
    original: id,
    kind,
    perturbation: 'typo' as const,
    question: attack,
    rank: null,
    measures: { 'mrr@10': [0, 1] as const },
  })),
})
const before = build([...outcomes].map((outcome) => ({ ...outcome, correct: true, rank: 3 })))
const page = renderHtmlReport({
  report: { ...report, ...(robustness && { robustness }) },
  against: { before, comparison: compareReports({ before, after: report }) },
})
const all = (pattern: RegExp) => [...page.matchAll(pattern)].map(([match, group = match]) => group)

describe('the page', () => {
  test('has every part', () => {
    expect(all(/<h2 id="([^"]+)"/g)).toEqual([
      'comparison',
      'scores',
      'kinds',
      'plots',
      'robustness',
      'questions',
      'run',
    ])
    expect(all(/<h3 id="([^"]+)"/g)).toEqual(
      expect.arrayContaining(['kind-mrr@10', 'recall', 'calibration', 'latency-search', 'latency-ask', 'refusal']),
    )
    expect(all(/<tr id="q-/g)).toHaveLength(22)
  })

  test('lets nothing of the data be markup', () => {
    expect(all(/<script/g)).toHaveLength(1)
    expect(all(/<img/g)).toHaveLength(0)
    expect(page).toContain('&lt;/script&gt;&lt;script&gt;alert(1)')
    expect(page).not.toContain('undefined')
    expect(page).not.toContain('NaN')
  })

  test('asks for nothing, and forbids itself to', () => {
    expect(page).not.toMatch(/(?:src|action)="|href="(?!#)|url\(|@import/)
    const policy = all(/Content-Security-Policy" content="([^"]+)"/g)[0] ?? ''
    const hash = (tag: string) =>
      createHash('sha256')
        .update(all(new RegExp(`<${tag}>(.*?)</${tag}>`, 'gs'))[0] ?? '')
        .digest('base64')
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain(`style-src 'sha256-${hash('style')}'`)
    expect(policy).toContain(`script-src 'sha256-${hash('script')}'`)
    expect(page).not.toMatch(/ style="/)
  })

  test('names each id once, and refers to none that is not there', () => {
    const ids = all(/ id="([^"]+)"/g)
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of all(/aria-labelledby="([^"]+)"/g)) expect(ids).toContain(id)
    for (const id of all(/ for="([^"]+)"/g)) expect(ids).toContain(id)
  })

  test('says everything in both languages, and opens in the one asked for', () => {
    expect(all(/<span class="l" lang="ja">/g)).toHaveLength(all(/<span class="l" lang="en">/g).length)
    expect(page).toContain('<html lang="ja">')
    expect(renderHtmlReport({ report, language: 'en' })).toMatch(
      /<html lang="en">.*id="language-en" value="en" checked/s,
    )
  })

  test('has a table of figures beside each plot', () => {
    for (const figure of all(/<figure>.*?<\/figure>/gs)) expect(figure).toContain('<table')
  })
})

test('what was not measured is not on the page', () => {
  const retrievalOnly = buildReport({
    dataset: 'set',
    documents: null,
    seconds: 1,
    outcomes: [
      {
        ...createOutcome({ id: 'a', isRight: true }),
        status: null,
        correct: null,
        timings: { search: 5, ask: null },
        measures: { 'mrr@10': [1, 1], 'recall@1': [1, 1], 'recall@10': [1, 1] },
      },
    ],
  })
  const text = renderHtmlReport({ report: retrievalOnly })
  for (const part of ['calibration', 'refusal', 'latency-ask', 'comparison', 'robustness', 'run'])
    expect(text).not.toContain(`id="${part}"`)
  expect(text).not.toMatch(/NaN|undefined|Infinity/)
})

test('numbers are short', () => {
  expect([0.4, 84.2, 1_234].map(formatDuration)).toEqual(['0.4 ms', '84 ms', '1.2 s'])
  expect([-0.3, 0, 0.05, 1].map(formatEnd)).toEqual(['−0.3', '0', '+0.05', '+1'])
})
