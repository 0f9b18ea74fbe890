import type { ExtractedDocument, IngestionRepository, ItemFailure, StagedVersion } from '@shutten/core'
import type { Chunker } from '../chunk/create-chunker.js'

/** What is known of a document that serves. */
export interface KnownDocument {
  documentId: string
  uri: string
  contentHash: string
  versionId: string
  /** Tags that were given with the request that brought it in. */
  givenTags: readonly string[]
}

/** The documents of the next generation in the making, and what has become of each. */
export interface Staging {
  readonly counts: { added: number; updated: number; unchanged: number; deleted: number }
  readonly failed: ItemFailure[]
  readonly hasChanged: boolean
  findByUri(uri: string): KnownDocument | null
  /** The document that will hold this content. */
  findByContentHash(contentHash: string): KnownDocument | null
  listUnder(root: string): KnownDocument[]
  stage(options: {
    documentId?: string
    uri: string
    mediaType: string
    contentHash: string
    document: ExtractedDocument
    givenTags: readonly string[]
  }): Promise<void>
  remove(documentId: string): void
  listVersions(): StagedVersion[]
}

/** Starts from what serves; nothing that is staged serves before the switch. */
export async function createStaging(options: { records: IngestionRepository; chunker: Chunker }): Promise<Staging> {
  const { records, chunker } = options
  const byId = new Map<string, KnownDocument>()
  const byUri = new Map<string, KnownDocument>()
  const byHash = new Map<string, KnownDocument>()
  const counts = { added: 0, updated: 0, unchanged: 0, deleted: 0 }
  const serving = new Set<string>()
  let hasChanged = false

  const add = (known: KnownDocument) => {
    byId.set(known.documentId, known)
    byUri.set(known.uri, known)
    if (!byHash.has(known.contentHash)) byHash.set(known.contentHash, known)
  }
  const drop = (known: KnownDocument) => {
    byId.delete(known.documentId)
    if (byUri.get(known.uri) === known) byUri.delete(known.uri)
    if (byHash.get(known.contentHash) === known) byHash.delete(known.contentHash)
  }
  for (const known of await records.listKnown()) {
    add(known)
    serving.add(known.documentId)
  }

  return {
    counts,
    failed: [],
    get hasChanged() {
      return hasChanged
    },
    findByUri: (uri) => byUri.get(uri) ?? null,
    findByContentHash: (contentHash) => byHash.get(contentHash) ?? null,
    listUnder: (root) => [...byId.values()].filter(({ uri }) => uri.startsWith(root)),
    async stage({ documentId, uri, mediaType, contentHash, document, givenTags }) {
      const version = await records.stageVersion({
        ...(documentId !== undefined && { documentId }),
        uri,
        mediaType,
        contentHash,
        document,
        givenTags,
        chunks: chunker.chunk(document),
        chunker: chunker.version,
      })
      const atUri = byUri.get(uri)
      const withId = byId.get(version.documentId)
      if (atUri || withId || serving.has(version.documentId)) counts.updated += 1
      else counts.added += 1
      if (atUri) drop(atUri)
      if (withId) drop(withId)
      add({ ...version, uri, contentHash, givenTags })
      hasChanged = true
    },
    remove(documentId) {
      const known = byId.get(documentId)
      if (!known) return
      drop(known)
      counts.deleted += 1
      hasChanged = true
    },
    listVersions: () => [...byId.values()].map(({ documentId, versionId }) => ({ documentId, versionId })),
  }
}
