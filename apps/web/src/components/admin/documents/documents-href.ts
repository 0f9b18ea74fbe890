import type { DocumentFilter, DocumentOrder } from '@shutten/core'

/** `failed`: what could not be taken in, which is no document. */
export type DocumentsState = 'indexed' | 'failed'

/** The list of documents as its address says it. */
export interface DocumentsView {
  state: DocumentsState
  filter: DocumentFilter
  order: DocumentOrder
  page: number
}

/** The address of a page of the list; what is not said is as it is at first. */
export function documentsHref(view: Partial<DocumentsView> = {}): string {
  const { state = 'indexed', filter = {}, order = 'updated', page = 1 } = view
  const search = new URLSearchParams()
  const { query, source, mediaType, language, tag } = filter
  for (const [name, value] of Object.entries({ q: query, source, type: mediaType, language, tag }))
    if (value) search.set(name, value)
  if (state !== 'indexed') search.set('state', state)
  if (order !== 'updated') search.set('order', order)
  if (page > 1) search.set('page', String(page))
  return search.size > 0 ? `/admin/documents?${search}` : '/admin/documents'
}
