import type { AppliedEdit } from '../documents/applied-edit.js'
import type { DocumentPlace } from '../documents/document-place.js'
import type { Language } from '../language/language.js'

/** A chunk before it is stored: whole sentences, offsets into the document's stored text. */
export interface Chunk {
  /** Position among the document's chunks, from 0; neighbours are index - 1 and index + 1. */
  index: number
  start: number
  end: number
  /** Headings above the chunk, outermost first; the title is not repeated. */
  headingPath: string[]
  language: Language
  /** Where in its source it stands, from each of these offsets of the stored text on; absent where the source has no pages and the like. */
  places?: { start: number; place: DocumentPlace }[]
}

/** A chunk that is indexed. `text` is always `document.text.slice(start, end)`. */
export interface Passage extends Chunk {
  id: string
  documentId: string
  versionId: string
  uri: string
  title: string
  text: string
  /** Of the document. */
  tags: string[]
  /** ISO 8601, UTC: when the article was published where its source says so, else when this text of it was taken in. */
  date: string
  /** What stands in the document's text between the chunk before (or the beginning) and this one: headings, white space. */
  lead: string
  /** What editors wrote in it, offsets into the document's text; absent where it says what the source says. */
  edits?: AppliedEdit[]
}
