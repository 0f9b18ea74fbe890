import { createHash } from 'node:crypto'
import type { ExtractedDocument } from '@shutten/core'
import { toBase32 } from './to-base32.js'

/** The same document with the same content and description has the same version id, whenever it is staged. */
export function versionIdOf(options: {
  documentId: string
  uri: string
  mediaType: string
  contentHash: string
  document: ExtractedDocument
  givenTags: readonly string[]
}): string {
  const { documentId, uri, mediaType, contentHash, document, givenTags } = options
  const { title, language, tags, text, blocks } = document
  const described = [documentId, uri, mediaType, contentHash, title, language, tags, text, blocks]
  // Told only where there are any, so that versions from before they were kept have the id they had.
  const added = givenTags.length > 0 || document.publishedAt ? [givenTags, document.publishedAt ?? null] : []
  const content = JSON.stringify([...described, ...added])
  return toBase32(createHash('sha256').update(content).digest().subarray(0, 13)).slice(0, 20)
}
