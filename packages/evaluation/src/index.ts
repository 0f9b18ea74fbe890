export type { GetText } from './answers/measure-quotes.js'
export type { Dataset, DatasetDocument, DatasetQuestion } from './dataset/dataset.js'
export { parseDataset } from './dataset/parse-dataset.js'
export { resolveRelevant } from './dataset/resolve-relevant.js'
export { bootstrapInterval, type Interval } from './metrics/bootstrap-interval.js'
export {
  type AnswerMetric,
  type Measures,
  type MetricName,
  metricNames,
  type RetrievalMetric,
} from './metrics/metric-name.js'
export { ndcg } from './metrics/ndcg.js'
export { percentile } from './metrics/percentile.js'
export type { Ratio } from './metrics/ratio.js'
export { reciprocalRank } from './metrics/reciprocal-rank.js'
export { success } from './metrics/success.js'
export { compareReports, type MetricDifference, type ReportComparison } from './report/compare-reports.js'
export { renderReport } from './report/render-report.js'
export type {
  AnswerScores,
  EvaluationReport,
  GroupScores,
  Latency,
  QuestionOutcome,
  RetrievalScores,
} from './report/report.js'
export { type EvaluateOptions, evaluate } from './run/evaluate.js'
