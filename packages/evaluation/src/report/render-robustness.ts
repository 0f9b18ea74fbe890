import type { RobustnessLoss, RobustnessReport } from '../robustness/robustness-report.js'
import { formatDifference, formatScore } from './format-score.js'
import { formatTable } from './format-table.js'

/** What damaged questions lose, as text for a terminal. */
export function renderRobustness({ overall, byPerturbation, byKind }: RobustnessReport): string {
  const row = (name: string, { questions, before, after, loss, interval }: RobustnessLoss) => [
    name,
    String(questions),
    formatScore(before),
    formatScore(after),
    formatDifference(loss),
    `${formatDifference(interval.low)} – ${formatDifference(interval.high)}`,
  ]
  const rows = (losses: Readonly<Record<string, RobustnessLoss>>) =>
    Object.entries(losses).map(([name, loss]) => row(name, loss))
  return formatTable([
    ['damaged questions: mrr@10', 'n', 'before', 'after', 'loss', '95 %'],
    row('all', overall),
    ...rows(byPerturbation),
    ...rows(byKind).map(([name, ...cells]) => [`kind ${name}`, ...cells]),
  ])
}
