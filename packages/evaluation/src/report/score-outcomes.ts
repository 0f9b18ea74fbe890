import { type MetricName, retrievalMetrics } from '../metrics/metric-name.js'
import { divideSums, type Ratio } from '../metrics/ratio.js'
import type { GroupScores, QuestionOutcome, RetrievalScores } from './report.js'

/** The scores of a group of questions. */
export function scoreOutcomes(outcomes: readonly QuestionOutcome[]): GroupScores {
  const score = (name: MetricName) => divideSums(collectRatios(outcomes, name))
  return {
    questions: outcomes.length,
    retrieval: Object.fromEntries(retrievalMetrics.map((name) => [name, score(name)])) as RetrievalScores,
    answers: {
      correct: score('correct'),
      correctAnswerable: score('correctAnswerable'),
      correctWithRightCitation: score('correctWithRightCitation'),
      citationPrecision: score('citationPrecision'),
      citationRecall: score('citationRecall'),
      quoteExact: score('quoteExact'),
      refusal: { precision: score('refusal.precision'), recall: score('refusal.recall'), f1: score('refusal.f1') },
    },
  }
}

/** What each question that was measured by the metric adds to it. */
export function collectRatios(outcomes: readonly QuestionOutcome[], name: MetricName): Ratio[] {
  return outcomes.map((outcome) => outcome.measures[name]).filter((ratio) => ratio !== undefined)
}
