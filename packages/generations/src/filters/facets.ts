import type { Language } from '@shutten/core'

/**
 * What filters ask of passages, beside a generation's passages: one entry a document as a rule, numbered from 0.
 * URIs and tags are in the form in which they are compared.
 */
export interface Facets {
  /** Number of its entry by passage. */
  entryOf: Uint32Array
  /** Place in `languages` by passage. */
  languageOf: Uint8Array
  languages: Language[]
  /** By entry. */
  uris: string[]
  /** Milliseconds since the epoch by entry; null for a date that is none. */
  dates: (number | null)[]
  /** Places in `tags` by entry. */
  tagsOf: number[][]
  tags: string[]
}
