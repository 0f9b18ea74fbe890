import { createHash } from 'node:crypto'
import type { AppliedEdit, ExtractedDocument } from '@shutten/core'
import { toBase32 } from './to-base32.js'

/** The same document with the same content and description has the same version id, whenever it is staged. */
export function versionIdOf(options: {
  documentId: string
  uri: string
  mediaType: string
  contentHash: string
  document: ExtractedDocument
  givenTags: readonly string[]
  edits?: readonly AppliedEdit[] | undefined
}): string {
  const { documentId, uri, mediaType, contentHash, document, givenTags, edits = [] } = options
  const { title, language, tags, text, blocks } = document
  const described = [documentId, uri, mediaType, contentHash, title, language, tags, text, blocks]
  // Told only where there are any, so that versions from before they were kept have the id they had.
  const added = givenTags.length > 0 || document.publishedAt ? [givenTags, document.publishedAt ?? null] : []
  // Of texts that are the same, one that an editor has written is another version than the source's own.
  const edited =
    edits.length > 0
      ? [edits.map(({ id, revision, start, end, original }) => [id, revision, start, end, original])]
      : []
  const content = JSON.stringify([...described, ...added, ...edited])
  return toBase32(createHash('sha256').update(content).digest().subarray(0, 13)).slice(0, 20)
}
