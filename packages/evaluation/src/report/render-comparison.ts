import type { MetricDifference, RankChange, ReportComparison } from './compare-reports.js'
import { formatDifference, formatScore } from './format-score.js'
import { formatTable } from './format-table.js'

/** Questions that are listed of each sort. */
const listed = 10
/** The one figure of a kind that the table by kind shows, where it was measured: the first of these. */
const kindMetrics = ['correct', 'mrr@10'] as const

/** The comparison as text for a terminal: differences with their intervals, by kind, and the questions that changed. */
export function renderComparison(comparison: ReportComparison): string {
  const { before, after, questions, differences, byKind, fixed, broken, higher, lower } = comparison
  const kinds = Object.entries(byKind).flatMap(([kind, all]) =>
    kindMetrics.flatMap((name) => {
      const found = all.find(({ metric }) => metric === name)
      return found ? [formatRow(`${kind}: ${name}`, found)] : []
    }),
  )
  return [
    `${after} against ${before}: ${questions} questions in both`,
    formatTable([
      ['metric', 'before', 'after', 'difference', '95 %', ''],
      ...differences.map((difference) => formatRow(difference.metric, difference)),
    ]),
    kinds.length > 1 ? formatTable([['kind', 'before', 'after', 'difference', '95 %', ''], ...kinds]) : '',
    formatIds('right now', fixed),
    formatIds('wrong now', broken),
    formatRanks('found higher', higher),
    formatRanks('found lower', lower),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

function formatRow(name: string, { before, after, difference, interval, verdict }: MetricDifference): string[] {
  return [
    name,
    formatScore(before),
    formatScore(after),
    formatDifference(difference),
    `${formatDifference(interval.low)} – ${formatDifference(interval.high)}`,
    verdict === 'same' ? '' : verdict,
  ]
}

function formatIds(name: string, ids: readonly string[]): string {
  if (ids.length === 0) return ''
  const more = ids.length > listed ? ` … and ${ids.length - listed} more` : ''
  return `${name} (${ids.length}): ${ids.slice(0, listed).join(' ')}${more}`
}

function formatRanks(name: string, changes: readonly RankChange[]): string {
  if (changes.length === 0) return ''
  const more = changes.length > listed ? [`… and ${changes.length - listed} more`] : []
  return [
    `${name} (${changes.length}):`,
    ...changes
      .slice(0, listed)
      .map(({ id, question, before, after }) => `  ${before ?? '–'} → ${after ?? '–'}  ${id} ${question}`),
    ...more,
  ].join('\n')
}
