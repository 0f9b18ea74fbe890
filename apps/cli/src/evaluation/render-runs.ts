import { formatScore, formatTable } from '@shutten/evaluation'
import type { RunSummary } from './create-run-store.js'

export function renderRuns(runs: readonly RunSummary[]): string {
  if (runs.length === 0) return 'No run has been kept yet: `pnpm shutten eval` keeps each.'
  return formatTable([
    ['run', 'questions', 'mrr@10', 'correct', 'refusal f1'],
    ...runs.map(({ id, questions, figures }) => [
      id,
      String(questions),
      formatScore(figures['mrr@10']),
      formatScore(figures.correct),
      formatScore(figures['refusal.f1']),
    ]),
  ])
}
