/** The address of a document's inspection: a page of its passages, or the one that is looked at closely. */
export function inspectorHref(options: { documentId: string; passageId?: string | null; page?: number }): string {
  const { documentId, passageId, page = 1 } = options
  const search = new URLSearchParams()
  if (passageId) search.set('passage', passageId)
  else if (page > 1) search.set('page', String(page))
  const address = `/admin/documents/${encodeURIComponent(documentId)}`
  return search.size > 0 ? `${address}?${search}${passageId ? '#passage' : ''}` : address
}
