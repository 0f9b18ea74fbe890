import type { ItemFailure } from '../records/jobs.js'
import type { SkippedItems } from './skipped-items.js'

/** What a server gave to ask it by whether something has changed (RFC 9110, section 13). */
export interface SourceValidators {
  /** The address that answered, after redirects: they hold for it alone. */
  uri: string
  etag: string | null
  lastModified: string | null
}

/** What is kept of an item between two visits of its source. It goes into a visit and comes out of it renewed. */
export interface KnownItem {
  /** `file://` URI, or the address as the source names it. */
  uri: string
  /** SHA-256 of the bytes, hex. */
  contentHash: string
  /** What the listing said of this state of it (times and size of a file, `lastmod`, `updated`); null when nothing reliable. */
  revision: string | null
  validators: SourceValidators | null
  /** Where the content came from; a feed's own text stands in for a page that cannot be had. */
  origin: 'file' | 'page' | 'feed'
  /** ISO 8601, UTC: when the content was last read or confirmed. */
  checkedAt: string
}

/** Something that a source holds, not read yet. */
export interface ListedItem {
  uri: string
  /** `new`: not known. `unchanged`: the listing vouches for what is known, nothing needs reading. `unsure`: reading tells. */
  state: 'new' | 'unchanged' | 'unsure'
  revision: string | null
  /** As a feed tells them. */
  title: string | null
  /** ISO 8601, UTC. */
  publishedAt: string | null
  /** HTML of the entry where the feed holds it whole. */
  content: string | null
  /** True where the page is on a host that is not followed: only `content` is taken. */
  isContentOnly: boolean
}

/** What a source holds now. */
export interface SourceListing {
  items: ListedItem[]
  /** Known items that the source holds no more, or whose path its patterns leave out: their documents are to be deleted. */
  gone: { item: KnownItem; reason: 'unlisted' | 'excluded' }[]
  /** Known items that were not listed, which proves nothing: their documents stay. */
  kept: KnownItem[]
  /** False when something could not be listed. */
  isComplete: boolean
  /** True when the server says that the feed or sitemap is what it was; `items` is empty and everything known is in `kept`. */
  isUnmodified: boolean
  failed: ItemFailure[]
  skipped: SkippedItems
  /** Validators of the sitemap or feed itself: give them to the next listing if every item of this one came through. */
  validators: SourceValidators | null
  /** ISO 8601, UTC: when a server that asked for patience may be asked again; null when none did. */
  retryAt: string | null
}

export interface ItemContent {
  bytes: Uint8Array
  /** By extension, header and bytes; null when none of them says. */
  mediaType: string | null
  /** As an HTTP header names it. */
  charset: string | null
  /** The address that answered, after redirects; a file's own URI. */
  uri: string
  title: string | null
  publishedAt: string | null
}

/** What reading an item came to. Only `gone` means that its document is to be deleted. */
export type ItemResult =
  | { outcome: 'new' | 'changed'; content: ItemContent; known: KnownItem }
  /** `not-modified`: the server said so, no body was sent. `same-content`: the bytes are what they were. */
  | { outcome: 'unchanged'; reason: 'not-modified' | 'same-content'; known: KnownItem }
  | { outcome: 'gone'; failure: ItemFailure }
  /** By robots.txt, or because of where it leads: trying again soon changes nothing. */
  | { outcome: 'refused'; failure: ItemFailure }
  /** `retryAt`: ISO 8601, UTC, where the server named a time. `isPutOff`: it had done so before, and was not asked. */
  | { outcome: 'failed'; failure: ItemFailure; retryAt: string | null; isPutOff?: boolean }
