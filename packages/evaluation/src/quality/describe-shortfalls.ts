import type { GatedFigure, QualityShortfall } from '@shutten/core'
import { formatScore } from '../report/format-score.js'

const names: Record<GatedFigure, string> = {
  correct: 'correct',
  rightCitation: 'answerable with a right citation',
  refusalF1: 'F1 of refusing',
  'mrr@10': 'MRR@10',
}

/** In words, for whoever reads the job's error: `correct .700, at least .800 is asked for`. */
export function describeShortfalls(shortfalls: readonly QualityShortfall[]): string {
  return shortfalls
    .map(({ figure, rule, value, limit, before }) =>
      rule === 'least'
        ? `${names[figure]} ${formatScore(value)}, at least ${formatScore(limit)} is asked for`
        : `${names[figure]} ${formatScore(value)} after ${formatScore(before ?? null)}, and may fall to ${formatScore(limit)}`,
    )
    .join('; ')
}
