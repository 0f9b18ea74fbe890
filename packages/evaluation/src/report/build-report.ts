import { groupBy } from '../group-by.js'
import { bootstrapSums } from '../metrics/bootstrap-sums.js'
import { measureCalibration } from '../metrics/measure-calibration.js'
import { metricNames } from '../metrics/metric-name.js'
import { percentile } from '../metrics/percentile.js'
import { divide } from '../metrics/ratio.js'
import type { EvaluationReport, Intervals, KindScores, Latency, QuestionOutcome } from './report.js'
import { collectRatios, scoreOutcomes } from './score-outcomes.js'

/** Sums up what was measured question by question. The same outcomes and seed give the same report. */
export function buildReport(options: {
  dataset: string
  documents: number | null
  outcomes: readonly QuestionOutcome[]
  seconds: number
  seed?: number | undefined
}): EvaluationReport {
  const { dataset, documents, outcomes, seconds, seed = 1 } = options
  const count = (matches: (outcome: QuestionOutcome) => boolean) => outcomes.filter(matches).length
  const medianSentences = (kind?: string) =>
    percentile(
      outcomes
        .filter((outcome) => kind === undefined || outcome.kind === kind)
        .map((outcome) => outcome.quotedSentences)
        .filter((sentences) => sentences !== null),
      0.5,
    )
  const scoreGroup = (group: readonly QuestionOutcome[]): KindScores => ({
    ...scoreOutcomes(group),
    intervals: measureIntervals(group, seed),
  })
  const all = scoreGroup(outcomes)
  const { questions, retrieval, answers, intervals } = all
  return {
    dataset,
    documents,
    questions,
    retrieval,
    answers,
    intervals,
    counts: {
      retrieval: count((outcome) => outcome.measures['mrr@10'] !== undefined),
      answerable: count((outcome) => outcome.expected != null),
      unanswerable: count((outcome) => outcome.expected === null),
      answered: count((outcome) => outcome.status === 'answered'),
      refused: count((outcome) => outcome.status === 'refused'),
      failed: count((outcome) => outcome.status === 'failed'),
      citations: outcomes.reduce((sum, outcome) => sum + outcome.quotes.length, 0),
    },
    quotedSentences: { all: medianSentences(), fact: medianSentences('fact') },
    latency: { search: measureLatency(outcomes, 'search'), ask: measureLatency(outcomes, 'ask') },
    calibration: measureCalibration({
      judgements: outcomes.flatMap(({ status, confidence, correct }) =>
        status === 'answered' && confidence !== null && correct !== null ? [{ confidence, correct }] : [],
      ),
    }),
    byKind: Object.fromEntries(
      [...groupBy(outcomes, (outcome) => outcome.kind)].map(([kind, group]) => [
        kind,
        group.length === outcomes.length ? all : scoreGroup(group),
      ]),
    ),
    perQuestion: [...outcomes],
    seconds,
  }
}

function measureIntervals(outcomes: readonly QuestionOutcome[], seed: number): Intervals {
  const intervals: Intervals = {}
  for (const name of metricNames) {
    const interval = bootstrapSums({
      rows: collectRatios(outcomes, name),
      statistic: ([numerator, denominator]) => divide(numerator, denominator),
      seed,
    })
    if (interval) intervals[name] = interval
  }
  return intervals
}

function measureLatency(outcomes: readonly QuestionOutcome[], stage: 'search' | 'ask'): Latency | null {
  const times = outcomes.map((outcome) => outcome.timings[stage]).filter((time) => time !== null)
  const p50 = percentile(times, 0.5)
  const p95 = percentile(times, 0.95)
  return p50 === null || p95 === null ? null : { p50, p95 }
}
