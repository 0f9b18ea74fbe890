import type { SalvageReport } from '../composition.js'

/** Tables that people know, and what they call their rows. */
const names: Record<string, [one: string, many: string]> = {
  Conversation: ['conversation', 'conversations'],
  Turn: ['answer', 'answers'],
  Feedback: ['verdict', 'verdicts'],
  Source: ['source', 'sources'],
  Account: ['account', 'accounts'],
  ApiKey: ['API key', 'API keys'],
  Quarantine: ['document held back', 'documents held back'],
}

/** What was kept, what is lost, and what brings it back. */
export function renderRepair(
  report: Omit<SalvageReport, 'copy'> & { /** That serve now. */ documents: number },
): string {
  const { documents, documentsBefore, kept, lost, unreadable, pages, sources } = report
  const gone = Math.max((documentsBefore ?? documents) - documents, lost.length)
  const rows = Object.entries(unreadable).map(
    ([table, count]) => `${table === '?' ? 'of no known table' : table} ${count}`,
  )
  const others = Object.entries(names).flatMap(([table, [one, many]]) => {
    const count = kept[table] ?? 0
    return count > 0 ? [`${count} ${count === 1 ? one : many}`] : []
  })
  const isDamaged = pages.missing + pages.damaged + rows.length + gone > 0
  const visited = sources.filter(({ isVisited }) => isVisited).map(({ name }) => name)
  const left = sources.filter(({ isVisited }) => !isVisited).map(({ name }) => name)
  return [
    `${documents}${documentsBefore === null ? '' : ` of ${documentsBefore}`} documents were kept and indexed anew.`,
    ...(others.length > 0 ? [`Kept as well: ${others.join(', ')}.`] : []),
    ...(pages.missing + pages.damaged > 0
      ? [`Of the file's ${pages.total} pages ${pages.missing} are cut off and ${pages.damaged} damaged.`]
      : []),
    ...(rows.length > 0 ? [`Rows that are there but cannot be read: ${rows.join(', ')}.`] : []),
    ...(lost.length > 0 ? ['These documents are lost:', ...lost.map((uri) => `  ${uri}`)] : []),
    ...(gone > lost.length ? [`${gone - lost.length} more documents are lost, and their addresses, too.`] : []),
    ...(isDamaged && visited.length > 0
      ? [`Visited again once a worker runs, which brings back what they hold: ${visited.join(', ')}.`]
      : []),
    ...(isDamaged && left.length > 0 ? [`Run these sources yourself (shutten sources run): ${left.join(', ')}.`] : []),
    ...(isDamaged ? ['What came in by `ingest` or as an upload comes back when it is ingested again.'] : []),
  ].join('\n')
}
