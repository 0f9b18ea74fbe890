import path from 'node:path'
import type { DocumentSummary } from '@shutten/core'

/** Stands in front of the ids of documents that a dataset brings, as their address. */
export const datasetScheme = 'dataset:'

/** A dataset names documents by id, URI or file name, with or without its ending. */
export function createDocumentFinder(
  documents: readonly Pick<DocumentSummary, 'id' | 'uri'>[],
): (name: string) => string | null {
  const ids = new Map<string, string>()
  for (const { id, uri } of documents) {
    const file = decode(uri.split('/').at(-1) ?? uri)
    for (const name of [path.parse(file).name, file, uri.replace(datasetScheme, ''), uri, id]) ids.set(name, id)
  }
  return (name) => ids.get(name) ?? null
}

/** A name may hold a percent sign that stands for itself. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
