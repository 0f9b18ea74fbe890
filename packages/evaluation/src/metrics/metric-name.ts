import type { Ratio } from './ratio.js'

/** Places after which recall is taken; the ones beyond the depth of a search are not measured. */
export const recallCuts = [1, 3, 5, 10, 20] as const
export const retrievalMetrics = [
  'mrr@10',
  'ndcg@10',
  'map@10',
  'recall@1',
  'recall@3',
  'recall@5',
  'recall@10',
  'recall@20',
] as const
export const answerMetrics = [
  'correct',
  'correctAnswerable',
  'correctWithRightCitation',
  'citationPrecision',
  'citationRecall',
  'quoteExact',
  'refusal.precision',
  'refusal.recall',
  'refusal.f1',
] as const
export const metricNames = [...retrievalMetrics, ...answerMetrics] as const

export type RetrievalMetric = (typeof retrievalMetrics)[number]
export type AnswerMetric = (typeof answerMetrics)[number]
export type MetricName = (typeof metricNames)[number]

/** What one question adds to each metric that it was measured by. */
export type Measures = Partial<Record<MetricName, Ratio>>
