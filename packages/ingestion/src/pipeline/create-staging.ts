import type { ExtractedDocument, IngestionRepository, JobItem, StagedVersion } from '@shutten/core'
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
  }): Promise<{ outcome: 'added' | 'updated'; staged: NonNullable<JobItem['staged']> }>
  /** What an earlier run staged under an address. */
  restore(options: { uri: string; staged: NonNullable<JobItem['staged']> }): void
  remove(documentId: string): void
  listVersions(): StagedVersion[]
}

/** Starts from what serves; nothing that is staged serves before the switch. */
export async function createStaging(options: { records: IngestionRepository; chunker: Chunker }): Promise<Staging> {
  const { records, chunker } = options
  const byId = new Map<string, KnownDocument>()
  const byUri = new Map<string, KnownDocument>()
  const byHash = new Map<string, KnownDocument>()
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

  const replace = (next: KnownDocument) => {
    const atUri = byUri.get(next.uri)
    const withId = byId.get(next.documentId)
    if (atUri) drop(atUri)
    if (withId) drop(withId)
    add(next)
    hasChanged = true
    return atUri !== undefined || withId !== undefined
  }

  return {
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
      const wasKnown = replace({ ...version, uri, contentHash, givenTags }) || serving.has(version.documentId)
      return {
        outcome: wasKnown ? 'updated' : 'added',
        staged: { ...version, contentHash, givenTags: [...givenTags] },
      }
    },
    restore({ uri, staged }) {
      if (byUri.get(uri)?.versionId !== staged.versionId) replace({ ...staged, uri })
    },
    remove(documentId) {
      const known = byId.get(documentId)
      if (!known) return
      drop(known)
      hasChanged = true
    },
    listVersions: () => [...byId.values()].map(({ documentId, versionId }) => ({ documentId, versionId })),
  }
}
