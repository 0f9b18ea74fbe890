import type { Citation } from '@shutten/core'

type Cited = Pick<Citation, 'documentId' | 'start' | 'end'> & Partial<Pick<Citation, 'versionId' | 'highlights'>>

/** The reading page at the cited characters; `#cite` scrolls there without a script. */
export function documentHref(cited: Cited): string {
  const query = new URLSearchParams({ start: String(cited.start), end: String(cited.end) })
  if (cited.versionId) query.set('version', cited.versionId)
  if (cited.highlights?.length)
    query.set('highlights', cited.highlights.map(({ start, end }) => `${start}-${end}`).join('.'))
  return `/documents/${encodeURIComponent(cited.documentId)}?${query}#cite`
}
