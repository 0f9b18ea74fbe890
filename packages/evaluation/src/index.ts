export type { GetText } from './answers/measure-quotes.js'
export type { Dataset, DatasetDocument, DatasetQuestion } from './dataset/dataset.js'
export { locateInJson } from './dataset/locate-in-json.js'
export { parseDataset } from './dataset/parse-dataset.js'
export { parseDatasetText } from './dataset/parse-dataset-text.js'
export { resolveRelevant } from './dataset/resolve-relevant.js'
export { renderHtmlReport } from './html/render-html-report.js'
export { averagePrecision } from './metrics/average-precision.js'
export { bootstrapInterval, type Interval } from './metrics/bootstrap-interval.js'
export { type Calibration, type CalibrationBin, measureCalibration } from './metrics/measure-calibration.js'
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
export { createQualityControl, type OpenIndex } from './quality/create-quality-control.js'
export { getFigure, judgeQuality } from './quality/judge-quality.js'
export { fromDatasetQuestion, toDataset } from './quality/to-dataset-question.js'
export { toQualityFigures } from './quality/to-quality-report.js'
export {
  compareReports,
  type MetricDifference,
  type RankChange,
  type ReportComparison,
} from './report/compare-reports.js'
export type { EvaluationConfiguration, EvaluationRun } from './report/evaluation-run.js'
export { formatScore } from './report/format-score.js'
export { formatTable } from './report/format-table.js'
export { parseReport } from './report/parse-report.js'
export { renderComparison } from './report/render-comparison.js'
export { renderReport } from './report/render-report.js'
export type {
  AnswerScores,
  EvaluationReport,
  GroupScores,
  Intervals,
  KindScores,
  Latency,
  OutcomeCitation,
  QuestionOutcome,
  RetrievalScores,
} from './report/report.js'
export { type SlimReport, slimReport } from './report/slim-report.js'
export { createPerturbedQuestions, type PerturbedQuestion } from './robustness/create-perturbed-questions.js'
export { findReadings } from './robustness/find-readings.js'
export { measureRobustness } from './robustness/measure-robustness.js'
export { type Perturbation, perturbations } from './robustness/perturbation.js'
export type { DamagedOutcome, RobustnessLoss, RobustnessReport } from './robustness/robustness-report.js'
export { type EvaluateOptions, evaluate } from './run/evaluate.js'
