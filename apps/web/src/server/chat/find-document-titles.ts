import type { SearchFilters } from '@shutten/core'
import type { ShuttenServer } from '../shutten-server'

/** Titles of the documents that questions were narrowed to, by id; without those that are not there any more. */
export async function findDocumentTitles(options: {
  server: Pick<ShuttenServer, 'documents'>
  filters: readonly (SearchFilters | null | undefined)[]
}): Promise<Record<string, string>> {
  const ids = [...new Set(options.filters.flatMap((filters) => filters?.documents ?? []))]
  const found = await Promise.all(ids.map((id) => options.server.documents.find(id)))
  return Object.fromEntries(found.flatMap((document) => (document ? [[document.id, document.title]] : [])))
}
