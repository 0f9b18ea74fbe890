import type { ItemFailure } from '@shutten/core'
import type { PassedOverReason } from '../source/listing/listing-observer.js'
import type { FetchEvent } from '../source/web/fetch-event.js'

/** `robots`: by robots.txt. `empty`, `too-large`: by its size. `unreadable`: it was tried; its `failure` says why. */
export type LeftOutReason = PassedOverReason | 'robots' | 'empty' | 'too-large' | 'unreadable'

export interface LeftOutItem {
  /** Below the folder, or the address. */
  name: string
  reason: LeftOutReason
  /** The pattern that leaves it out; null where no pattern lets it in, and for any other reason. */
  pattern: string | null
  failure: ItemFailure | null
}

export interface PreviewedItem {
  /** Below the folder, or the address. */
  name: string
  /** As a feed tells it. */
  title: string | null
  /** ISO 8601, UTC. */
  publishedAt: string | null
  /** Of a file, and of a page that was read; null where only the listing tells of it. */
  bytes: number | null
  /** By the name, or of what was read. */
  mediaType: string | null
  /** It was read, not only listed. */
  isRead: boolean
  /** The source has taken it in before. */
  isKnown: boolean
}

/** What a source would take in, as far as was looked. */
export interface SourcePreview {
  /** On the way to the page, sitemap or feed itself. */
  events: FetchEvent[]
  /** Null for what is no folder. */
  folder: { path: string; isReadable: boolean } | null
  /** How many there are among what was looked at, and the first of them. */
  taken: { count: number; first: PreviewedItem[] }
  leftOut: { count: number; byReason: Partial<Record<LeftOutReason, number>>; first: LeftOutItem[] }
  /** Documents that it holds now and would hold no more, for the patterns or because they are not there any more. */
  gone: { count: number; first: { name: string; reason: 'unlisted' | 'excluded' }[] }
  /** What could not be had of the source itself. */
  failed: ItemFailure[]
  /** What ended the look before all was seen; null when all was. */
  cut: 'count' | 'time' | null
  seconds: number
}
