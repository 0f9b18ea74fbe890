import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { SourceRecord, SourceRepository } from '@shutten/core'
import type { NamedSource } from '@/chat/collect-scopes'

/** Items read at a time. */
const batch = 5_000

/** The address that a source's documents lie under: its folder or page; of a sitemap or feed the folder that its pages share. Null for one that holds none. */
export async function locateSource(options: {
  source: SourceRecord
  sources: Pick<SourceRepository, 'listItems'>
}): Promise<NamedSource | null> {
  const { id, name, kind, location } = options.source
  if (kind === 'folder' || kind === 'upload')
    return { uri: pathToFileURL(path.join(location, path.sep)).href, name, kind, documents: null }
  if (kind === 'url') return { uri: location, name, kind, documents: null }
  const uris: string[] = []
  const documents = new Set<string>()
  for (let offset = 0; ; offset += batch) {
    const items = await options.sources.listItems({ sourceId: id, offset, limit: batch })
    for (const { uri, documentId } of items)
      if (documentId !== null) {
        uris.push(uri)
        documents.add(documentId)
      }
    if (items.length < batch) break
  }
  const [first, ...others] = uris
  if (first === undefined) return null
  const shared = others.reduce(findSharedStart, first)
  return { uri: shared.slice(0, shared.lastIndexOf('/') + 1), name, kind, documents: documents.size }
}

function findSharedStart(one: string, other: string): string {
  let length = 0
  while (length < one.length && one[length] === other[length]) length++
  return one.slice(0, length)
}
