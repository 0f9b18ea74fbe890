import type { DocumentBlock, DocumentSummary, Language, StoredDocument } from '@shutten/core'

interface Described {
  uri: string
  title: string
  language: string
  mediaType: string
  contentHash: string
  characters: number
  passages: number
  tags: unknown
  publishedAt: Date | null
}

interface VersionRow extends Described {
  id: string
  documentId: string
  text: string
  blocks: unknown
  createdAt: Date
}

interface Dates {
  createdAt: Date
  updatedAt: Date
}

export function toSummary(row: Described & Dates & { id: string }): DocumentSummary {
  return { id: row.id, ...describe(row), ...toDates(row) }
}

/** A version as a document. `dates` are those of its document when it serves; else the version's own stands in. */
export function toStoredDocument(options: { version: VersionRow; dates: Dates | null }): StoredDocument {
  const { version, dates } = options
  return {
    id: version.documentId,
    ...describe(version),
    ...toDates(dates ?? { createdAt: version.createdAt, updatedAt: version.createdAt }),
    versionId: version.id,
    text: version.text,
    blocks: version.blocks as DocumentBlock[],
  }
}

function describe(row: Described) {
  return {
    uri: row.uri,
    title: row.title,
    language: row.language as Language,
    mediaType: row.mediaType,
    contentHash: row.contentHash,
    characters: row.characters,
    passages: row.passages,
    tags: row.tags as string[],
    publishedAt: row.publishedAt?.toISOString() ?? null,
  }
}

function toDates(dates: Dates) {
  return { createdAt: dates.createdAt.toISOString(), updatedAt: dates.updatedAt.toISOString() }
}
