/** The address of a page of the edits, of all or of those that are not in what serves. */
export function editsHref({ isOpen, page }: { isOpen: boolean; page: number }): string {
  const search = new URLSearchParams()
  if (isOpen) search.set('show', 'open')
  if (page > 1) search.set('page', String(page))
  return search.size > 0 ? `/admin/edits?${search}` : '/admin/edits'
}
