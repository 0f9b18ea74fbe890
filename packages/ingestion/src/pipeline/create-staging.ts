import type {
  ExtractedDocument,
  IngestionRepository,
  JobItem,
  PassageEditRepository,
  StagedVersion,
} from '@shutten/core'
import type { Chunker } from '../chunk/create-chunker.js'
import { applyEdits } from '../edits/apply-edits.js'

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
  findById(documentId: string): KnownDocument | null
  findByUri(uri: string): KnownDocument | null
  /** The document that will hold this content. */
  findByContentHash(contentHash: string): KnownDocument | null
  listUnder(root: string): KnownDocument[]
  /** A document as its source says it: what editors wrote in it is put in. */
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
export async function createStaging(options: {
  records: IngestionRepository
  chunker: Chunker
  edits?: Pick<PassageEditRepository, 'list'> | null
}): Promise<Staging> {
  const { records, chunker, edits = null } = options
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

  const stageEdited = async (source: StagedVersion, staged: Parameters<IngestionRepository['stageVersion']>[0]) => {
    const of = (await edits?.list({ documentId: source.documentId })) ?? []
    const edited = of.length > 0 ? applyEdits({ ...staged, edits: of }) : null
    if (!edited) return source
    const { document, chunks } = edited
    const { documentId, versionId: sourceVersionId } = source
    return records.stageVersion({
      ...staged,
      ...{ documentId, document, chunks },
      edited: { edits: edited.edits, sourceVersionId },
    })
  }

  return {
    get hasChanged() {
      return hasChanged
    },
    findById: (documentId) => byId.get(documentId) ?? null,
    findByUri: (uri) => byUri.get(uri) ?? null,
    findByContentHash: (contentHash) => byHash.get(contentHash) ?? null,
    listUnder: (root) => [...byId.values()].filter(({ uri }) => uri.startsWith(root)),
    async stage({ documentId, uri, mediaType, contentHash, document, givenTags }) {
      const described = {
        ...(documentId !== undefined && { documentId }),
        uri,
        mediaType,
        contentHash,
        document,
        givenTags,
        chunks: chunker.chunk(document),
        chunker: chunker.version,
      }
      const version = await stageEdited(await records.stageVersion(described), described)
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
