import { ShuttenError } from '@shutten/core'
import { groupBy } from '../group-by.js'
import type { Interval } from '../metrics/bootstrap-interval.js'
import { bootstrapSums } from '../metrics/bootstrap-sums.js'
import { type MetricName, metricNames, retrievalMetrics } from '../metrics/metric-name.js'
import { divide, divideSums, type Ratio } from '../metrics/ratio.js'
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

export interface RankChange {
  id: string
  question: string
  /** Rank of the first relevant item, from 1; null when it was not found. */
  before: number | null
  after: number | null
}

export interface ReportComparison {
  /** Names of the runs, or of their datasets where they were not kept. */
  before: string
  after: string
  /** How many questions both runs put. */
  questions: number
  differences: MetricDifference[]
  /** The same by kind of question. */
  byKind: Record<string, MetricDifference[]>
  /** Ids of questions that were wrong and are right now. */
  fixed: string[]
  /** Ids of questions that were right and are wrong now. */
  broken: string[]
  /** Questions whose first relevant item came nearer to the top, or was found only now; largest gain first. */
  higher: RankChange[]
  /** The contrary; largest loss first. */
  lower: RankChange[]
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
  const compareAll = (group: readonly Pair[]) =>
    metricNames.flatMap((metric) => compareMetric({ metric, pairs: group, seed }) ?? [])
  const differences = compareAll(pairs)
  const changes = findRankChanges(pairs)
  return {
    before: before.run?.id ?? before.dataset,
    after: after.run?.id ?? after.dataset,
    questions: pairs.length,
    differences,
    byKind: Object.fromEntries(
      [...groupBy(pairs, (pair) => pair.after.kind)].map(([kind, group]) => [
        kind,
        group.length === pairs.length ? differences : compareAll(group),
      ]),
    ),
    fixed: pairs.filter((pair) => pair.before.correct === false && pair.after.correct === true).map(getId),
    broken: pairs.filter((pair) => pair.before.correct === true && pair.after.correct === false).map(getId),
    higher: changes.filter(({ gain }) => gain > 0).map(({ change }) => change),
    lower: changes
      .filter(({ gain }) => gain < 0)
      .map(({ change }) => change)
      .reverse(),
  }
}

/** Those of questions that both runs searched for, by what they add to the reciprocal rank, largest gain first. */
function findRankChanges(pairs: readonly Pair[]): { change: RankChange; gain: number }[] {
  const reciprocal = (rank: number | null) => (rank === null ? 0 : 1 / rank)
  return pairs
    .filter((pair) => pair.before.measures['mrr@10'] && pair.after.measures['mrr@10'])
    .map(({ before, after }) => ({
      change: { id: after.id, question: after.question, before: before.rank, after: after.rank },
      gain: reciprocal(after.rank) - reciprocal(before.rank),
    }))
    .filter(({ gain }) => gain !== 0)
    .sort((a, b) => b.gain - a.gain)
}

interface Pair {
  before: QuestionOutcome
  after: QuestionOutcome
}

interface Ratios {
  before: Ratio
  after: Ratio
}

/** Whether a run put the question to what the metric measures: one that was only searched for says nothing of answers. */
function wasPut(outcome: QuestionOutcome, metric: MetricName): boolean {
  return retrievalMetrics.some((name) => name === metric) ? outcome.timings.search !== null : outcome.status !== null
}

function compareMetric(options: { metric: MetricName; pairs: readonly Pair[]; seed: number }): MetricDifference | null {
  const { metric, seed } = options
  const nothing: Ratio = [0, 0]
  const items: Ratios[] = options.pairs
    .filter((pair) => wasPut(pair.before, metric) && wasPut(pair.after, metric))
    .map((pair) => ({
      before: pair.before.measures[metric] ?? nothing,
      after: pair.after.measures[metric] ?? nothing,
    }))
    .filter((item) => item.before !== nothing || item.after !== nothing)
  const interval = bootstrapSums({
    rows: items.map(({ before, after }) => [...before, ...after]),
    seed,
    statistic: (sums) => subtract(divide(sums[2], sums[3]), divide(sums[0], sums[1])),
  })
  const scores = {
    before: divideSums(items.map((item) => item.before)),
    after: divideSums(items.map((item) => item.after)),
  }
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
