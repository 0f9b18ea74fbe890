import type { SourceView } from '@shutten/ingestion'

/** One line of a list. */
export function renderSourceLine(source: SourceView): string {
  const { name, kind, location, enabled, documents } = source
  const next = enabled ? (source.nextRunAt ? `next ${source.nextRunAt}` : 'when asked for') : 'disabled'
  return `${source.id}  ${name}  ${kind}  ${documents} documents  ${next}  ${renderLastRun(source)}\n    ${location}`
}

/** All of it. */
export function renderSource(source: SourceView): string {
  const { schedule, include, exclude, tags, allowedHosts, followedHosts, limits } = source
  const lines = [
    renderSourceLine(source),
    `    schedule: ${schedule ? `${schedule.cron} (${schedule.timeZone})` : 'none'}`,
    `    language: ${source.language ?? 'found out from each document'}`,
    ...Object.entries({ include, exclude, tags, allowedHosts, followedHosts }).flatMap(([what, list]) =>
      list.length > 0 ? [`    ${what}: ${list.join(', ')}`] : [],
    ),
    `    limits: ${limits.maxItems} items of ${limits.maxBytes} bytes, ${limits.minGapMs} ms between two requests`,
    `    last visited to the end: ${source.lastRunAt ?? 'never'}`,
  ]
  return lines.join('\n')
}

function renderLastRun({ lastRun }: SourceView): string {
  if (!lastRun) return 'never run'
  const { status, result, error } = lastRun
  if (error) return `${status}: ${error.code}`
  if (!result || !('added' in result)) return status
  const { added, updated, moved, deleted, quarantined, failed } = result
  const told = Object.entries({ added, updated, moved, deleted, quarantined, failed: failed.length })
  const changed = told.flatMap(([what, count]) => (count > 0 ? [`${what} ${count}`] : []))
  return changed.join(', ') || 'nothing changed'
}
