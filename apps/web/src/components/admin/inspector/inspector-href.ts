/** The address of a document's inspection: a page of its passages, or the one that is looked at closely. */
export function inspectorHref(options: {
  documentId: string
  passageId?: string | null
  page?: number
  /** An edit whose words are offered for the passage. */
  resolves?: string | null
}): string {
  const { documentId, passageId, page = 1, resolves } = options
  const search = new URLSearchParams()
  if (passageId) search.set('passage', passageId)
  else if (page > 1) search.set('page', String(page))
  if (passageId && resolves) search.set('resolves', resolves)
  const address = `/admin/documents/${encodeURIComponent(documentId)}`
  return search.size > 0 ? `${address}?${search}${passageId ? '#passage' : ''}` : address
}
