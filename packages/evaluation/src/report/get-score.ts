import type { MetricName } from '../metrics/metric-name.js'
import type { GroupScores } from './report.js'

/** A score by the name of its metric. */
export function getScore(scores: GroupScores, name: MetricName): number | null {
  const { retrieval, answers } = scores
  const { refusal, ...others } = answers
  return {
    ...retrieval,
    ...others,
    'refusal.precision': refusal.precision,
    'refusal.recall': refusal.recall,
    'refusal.f1': refusal.f1,
  }[name]
}
