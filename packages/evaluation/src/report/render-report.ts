import { type MetricName, metricNames } from '../metrics/metric-name.js'
import { formatScore } from './format-score.js'
import { formatTable } from './format-table.js'
import { getScore } from './get-score.js'
import { renderRobustness } from './render-robustness.js'
import type { EvaluationReport, Latency, QuestionOutcome } from './report.js'

/** Columns of the table by kind. */
const kindMetrics: MetricName[] = [
  'mrr@10',
  'recall@1',
  'recall@10',
  'correct',
  'correctWithRightCitation',
  'citationPrecision',
  'citationRecall',
  'refusal.f1',
]
const kindHeadings = ['mrr@10', 'r@1', 'r@10', 'correct', '+ citation', 'cit. prec.', 'cit. recall', 'refusal F1']
/** Wrong answers that are listed. */
const listed = 10

/** The report as text for a terminal: scores with their intervals, by kind, times, and the questions that went wrong. */
export function renderReport(report: EvaluationReport): string {
  const wrong = report.perQuestion.filter((outcome) => outcome.correct === false || outcome.error)
  return [
    `${report.dataset}: ${report.questions} questions, ${report.documents ?? '?'} documents, ${report.seconds.toFixed(1)} s`,
    formatTable([['metric', 'score', '95 %'], ...renderScores(report)]),
    formatTable(renderKinds(report)),
    renderNumbers(report),
    report.robustness ? renderRobustness(report.robustness) : '',
    wrong.length > 0 ? renderWrong(wrong) : '',
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

function renderScores(report: EvaluationReport): string[][] {
  return metricNames.flatMap((name) => {
    const score = getScore(report, name)
    if (score === null) return []
    const interval = report.intervals[name]
    return [[name, formatScore(score), interval ? `${formatScore(interval.low)} – ${formatScore(interval.high)}` : '']]
  })
}

/** The figures that were measured for some kind; `correct` with its interval. */
function renderKinds(report: EvaluationReport): string[][] {
  const kinds = Object.entries(report.byKind)
  const columns = kindMetrics
    .map((name, at) => ({ name, heading: kindHeadings[at] ?? name }))
    .filter(({ name }) => kinds.some(([, scores]) => getScore(scores, name) !== null))
  const cells = (scores: EvaluationReport['byKind'][string]) =>
    columns.flatMap(({ name }) => {
      const interval = name === 'correct' ? scores.intervals.correct : undefined
      const range = interval ? `${formatScore(interval.low)} – ${formatScore(interval.high)}` : ''
      return [formatScore(getScore(scores, name)), ...(name === 'correct' ? [range] : [])]
    })
  const headings = columns.flatMap(({ name, heading }) => (name === 'correct' ? [heading, '95 %'] : [heading]))
  return [
    ['kind', 'n', ...headings],
    ...kinds.map(([kind, scores]) => [kind, String(scores.questions), ...cells(scores)]),
  ]
}

function renderNumbers({ counts, quotedSentences, latency, calibration }: EvaluationReport): string {
  const parts = [`answered ${counts.answered}, refused ${counts.refused}, failed ${counts.failed}`]
  if (quotedSentences.all !== null)
    parts.push(`quoted sentences, median: ${quotedSentences.all} (fact: ${quotedSentences.fact ?? '–'})`)
  if (calibration)
    parts.push(
      `confidence of ${calibration.count} answers: expected calibration error ${formatScore(calibration.ece)}, Brier score ${formatScore(calibration.brier)}`,
    )
  const times = [formatLatency('search', latency.search), formatLatency('ask', latency.ask)].filter(Boolean)
  return [...parts, ...times].join('\n')
}

function renderWrong(wrong: readonly QuestionOutcome[]): string {
  const lines = wrong.slice(0, listed).map((outcome) => {
    const got = outcome.error ? `${outcome.error.code} ${outcome.error.message}` : (outcome.answer ?? '')
    const expected = outcome.expected?.map((group) => group.join(' | ')).join(' + ') ?? 'refusal'
    return `${outcome.id} (${outcome.kind}) ${outcome.question}\n  expected: ${expected}\n  got: ${got.replace(/\s+/gu, ' ')}`
  })
  const more = wrong.length > listed ? [`… and ${wrong.length - listed} more`] : []
  return [`${wrong.length} wrong:`, ...lines, ...more].join('\n')
}

function formatLatency(name: string, latency: Latency | null): string {
  return latency ? `${name}: p50 ${latency.p50.toFixed(0)} ms, p95 ${latency.p95.toFixed(0)} ms` : ''
}
