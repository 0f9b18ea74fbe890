import { foldTag, getDateRange, isUnderSource, normalizeUri, type Passage, type SearchFilters } from '@shutten/core'

/** Whether filters let a passage through, as an index of Shutten's would; a passage without a date passes no date filter. */
export function acceptsPassage(filters: SearchFilters, passage: Passage): boolean {
  const { documents, sources, languages, tags, from, until } = filters
  if (documents && !documents.includes(passage.documentId)) return false
  if (languages && !languages.includes(passage.language)) return false
  const uri = normalizeUri(passage.uri)
  if (sources && !sources.some((source) => isUnderSource({ uri, source: normalizeUri(source) }))) return false
  if (tags && !tags.map(foldTag).some((tag) => passage.tags.map(foldTag).includes(tag))) return false
  if (from === undefined && until === undefined) return true
  const { first, before } = getDateRange({ ...(from && { from }), ...(until && { until }) })
  const date = Date.parse(passage.date)
  return date >= first && date < before
}
