import type { Language } from '../language/language.js'
import type { AppliedEdit } from './applied-edit.js'
import type { DocumentPlace } from './document-place.js'

/** A run of the stored text with a role. Offsets are UTF-16 code units into the stored text; blocks are in order and do not overlap. */
export interface DocumentBlock {
  kind: 'heading' | 'paragraph' | 'list-item' | 'table-row' | 'code' | 'quote'
  /** 1 to 6, on headings; nesting depth from 1 on list items. */
  level?: number
  start: number
  end: number
  /** Where the block stands in the decoded source file (UTF-16 code units), when the format keeps it. */
  source?: { start: number; end: number }
  /** Where the block begins in the words of a person, in formats that have pages, slides, sheets or rows. */
  place?: DocumentPlace
}

/** What the reader of a format gives: the NFC text that is stored, and its structure. */
export interface ExtractedDocument {
  title: string
  language: Language
  /** NFC, line ends `\n`, no byte order mark. Every offset in Shutten points into this text. */
  text: string
  blocks: DocumentBlock[]
  tags: string[]
  /** ISO 8601, UTC: when the article was published, where its source says so. */
  publishedAt?: string | null
}

export interface DocumentSummary {
  id: string
  uri: string
  title: string
  language: Language
  mediaType: string
  /** sha256 (hex) of the source's bytes. */
  contentHash: string
  /** Length of the stored text in UTF-16 code units. */
  characters: number
  passages: number
  tags: string[]
  /** ISO 8601, UTC; null where the source does not say. */
  publishedAt: string | null
  /** ISO 8601, UTC. */
  createdAt: string
  updatedAt: string
}

/** A document with the text that citations point into. */
export interface StoredDocument extends DocumentSummary {
  /** Names this very text; a changed document gets a new one, and old generations keep citing the old. */
  versionId: string
  text: string
  blocks: DocumentBlock[]
  /** What editors wrote in it, in order; absent where the text is the source's. */
  edits?: AppliedEdit[]
  /** Of a version with edits, the version that says what the source says. */
  sourceVersionId?: string
}
