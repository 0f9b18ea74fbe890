import type { QualityFigures, QualityOutcome, QualityReport } from '@shutten/core'
import { groupBy } from '../group-by.js'
import type { GroupScores, QuestionOutcome } from '../report/report.js'
import { scoreOutcomes } from '../report/score-outcomes.js'

/** Sums up the outcomes of a run. */
export function toQualityReport(options: { outcomes: readonly QualityOutcome[]; seconds: number }): QualityReport {
  const { outcomes, seconds } = options
  return {
    ...toQualityFigures(outcomes),
    byKind: Object.fromEntries(
      [...groupBy(outcomes, ({ kind }) => kind)].map(([kind, group]) => [kind, toQualityFigures(group)]),
    ),
    counts: {
      answerable: outcomes.filter(({ expected }) => expected != null).length,
      unanswerable: outcomes.filter(({ expected }) => expected === null).length,
      failed: outcomes.filter(({ status }) => status === 'failed').length,
    },
    seconds: Math.round(seconds * 10) / 10,
  }
}

/** The figures of a group of outcomes. */
export function toQualityFigures(outcomes: readonly QualityOutcome[]): QualityFigures {
  // Their measures are those of the metrics by name.
  const { questions, answers, retrieval }: GroupScores = scoreOutcomes(outcomes as readonly QuestionOutcome[])
  return {
    questions,
    correct: answers.correct,
    rightCitation: answers.correctWithRightCitation,
    refusal: answers.refusal,
    'mrr@10': retrieval['mrr@10'],
  }
}
