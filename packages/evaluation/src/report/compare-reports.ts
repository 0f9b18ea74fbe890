import { ShuttenError } from '@shutten/core'
import { bootstrapInterval, type Interval } from '../metrics/bootstrap-interval.js'
import { type MetricName, metricNames } from '../metrics/metric-name.js'
import { divideSums, type Ratio } from '../metrics/ratio.js'
import type { EvaluationReport, QuestionOutcome } from './report.js'

export interface MetricDifference {
  metric: MetricName
  /** Over the questions that both runs put. */
  before: number
  after: number
  difference: number
  /** 95 % interval of the difference. */
  interval: Interval
  /** `same` when the interval holds zero: the difference is within what another draw of questions would make. */
  verdict: 'better' | 'worse' | 'same'
}

export interface ReportComparison {
  /** How many questions both runs put. */
  questions: number
  differences: MetricDifference[]
  /** Ids of questions that were wrong and are right now. */
  fixed: string[]
  /** Ids of questions that were right and are wrong now. */
  broken: string[]
}

/**
 * Compares two runs on the same questions by a paired bootstrap: each resample draws questions and takes both runs'
 * measures of them, so what makes a question hard cancels out.
 * Source: Efron and Tibshirani, "An Introduction to the Bootstrap", 1993, chapter 16.
 * Errors: INPUT_INVALID when no question is in both reports.
 */
export function compareReports(options: {
  before: EvaluationReport
  after: EvaluationReport
  seed?: number
}): ReportComparison {
  const { before, after, seed = 1 } = options
  const earlier = new Map(before.perQuestion.map((outcome) => [outcome.id, outcome]))
  const pairs = after.perQuestion.flatMap((outcome) => {
    const previous = earlier.get(outcome.id)
    return previous ? [{ before: previous, after: outcome }] : []
  })
  if (pairs.length === 0)
    throw new ShuttenError({
      code: 'INPUT_INVALID',
      message: `No question is in both reports (${before.dataset} and ${after.dataset}).`,
      suggestion: 'Compare two reports on the same dataset.',
    })
  return {
    questions: pairs.length,
    differences: metricNames.flatMap((metric) => compareMetric({ metric, pairs, seed }) ?? []),
    fixed: pairs.filter((pair) => pair.before.correct === false && pair.after.correct === true).map(getId),
    broken: pairs.filter((pair) => pair.before.correct === true && pair.after.correct === false).map(getId),
  }
}

interface Pair {
  before: QuestionOutcome
  after: QuestionOutcome
}

interface Ratios {
  before: Ratio
  after: Ratio
}

function compareMetric(options: { metric: MetricName; pairs: readonly Pair[]; seed: number }): MetricDifference | null {
  const { metric, seed } = options
  const nothing: Ratio = [0, 0]
  const items: Ratios[] = options.pairs
    .map((pair) => ({
      before: pair.before.measures[metric] ?? nothing,
      after: pair.after.measures[metric] ?? nothing,
    }))
    .filter((item) => item.before !== nothing || item.after !== nothing)
  const getBefore = (sample: readonly Ratios[]) => divideSums(sample.map((item) => item.before))
  const getAfter = (sample: readonly Ratios[]) => divideSums(sample.map((item) => item.after))
  const interval = bootstrapInterval({
    items,
    seed,
    statistic: (sample) => subtract(getAfter(sample), getBefore(sample)),
  })
  const scores = { before: getBefore(items), after: getAfter(items) }
  if (!interval || scores.before === null || scores.after === null) return null
  return {
    metric,
    before: scores.before,
    after: scores.after,
    difference: scores.after - scores.before,
    interval,
    verdict: interval.low > 0 ? 'better' : interval.high < 0 ? 'worse' : 'same',
  }
}

function subtract(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a - b
}

function getId(pair: Pair): string {
  return pair.after.id
}
