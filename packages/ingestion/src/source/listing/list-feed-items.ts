import type { KnownItem, ListedItem, SourceDefinition, SourceListing, SourceValidators } from '@shutten/core'
import { toFailure } from '../to-failure.js'
import type { FetchResult, WebFetcher } from '../web/create-web-fetcher.js'
import { RateLimitError } from '../web/rate-limit-error.js'
import { createListing, type FoundItems, toUrlPath } from './create-listing.js'
import { createUnmodifiedListing } from './create-unmodified-listing.js'
import { isFollowedHost } from './is-followed-host.js'
import { isRevisionTrusted } from './is-revision-trusted.js'
import type { ListingObserver } from './listing-observer.js'
import { type Feed, parseFeed } from './parse-feed.js'
import { readListingText } from './read-listing-text.js'

const accept = 'application/atom+xml, application/rss+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.1'

/**
 * The entries of a feed. A feed names its newest entries only, so nothing that is known is gone for not being there.
 * Entries on hosts that are not followed are taken by the text that the feed holds, or passed over.
 * `now`: milliseconds since 1970.
 */
export async function listFeedItems(options: {
  source: SourceDefinition
  known: readonly KnownItem[]
  validators: SourceValidators | null
  fetcher: WebFetcher
  now: number
  observer?: ListingObserver
  signal?: AbortSignal
}): Promise<SourceListing> {
  const { source, known, validators, fetcher, now, observer, signal } = options
  const found: FoundItems = { items: [], isComplete: true, failed: [] }
  const { allowedHosts, limits } = source
  try {
    const call = { address: source.location, validators, allowedHosts, limits, accept }
    const answer = await fetcher.fetch({
      ...call,
      ...(observer?.onEvent && { onEvent: observer.onEvent }),
      ...(signal && { signal }),
    })
    if (answer.status === 'not-modified') return createUnmodifiedListing({ known, validators: answer.validators })
    const feed = await readFeed({ answer, maxBytes: limits.maxBytes, ...(signal && { signal }) })
    Object.assign(found, toItems({ feed, source, uri: answer.uri, observer }), { validators: answer.validators })
  } catch (error) {
    signal?.throwIfAborted()
    found.isComplete = false
    found.failed.push(toFailure(source.location, error))
    if (error instanceof RateLimitError) found.retryAt = new Date(error.retryAt).toISOString()
  }
  return createListing({
    source,
    known,
    found,
    toPath: toUrlPath,
    provesAbsence: false,
    // A text that stands in for its page gives way to it as soon as it can be had.
    isUnchanged: (item, before) =>
      (before.origin === 'page' || item.isContentOnly) &&
      isRevisionTrusted({ revision: item.revision, known: before, now }),
    ...(observer && { observer }),
  })
}

async function readFeed(options: {
  answer: Extract<FetchResult, { status: 'fetched' }>
  maxBytes: number
  signal?: AbortSignal
}): Promise<Feed> {
  const { answer, maxBytes, signal } = options
  const text = await readListingText({ ...answer, maxBytes })
  return parseFeed({ text, uri: answer.uri, ...(signal && { signal }) })
}

function toItems(options: {
  feed: Feed
  source: SourceDefinition
  uri: string
  observer: ListingObserver | undefined
}): Pick<FoundItems, 'items' | 'skipped'> {
  const { feed, source, uri, observer } = options
  // Feeds are often served by a host of their own, in the name of the site that they tell of.
  const ownHosts = [source.location, uri, ...(feed.site ? [feed.site] : [])].map((address) => new URL(address).host)
  const items: Omit<ListedItem, 'state'>[] = []
  const skipped = { foreign: 0, unaddressed: 0 }
  for (const { address, title, publishedAt, updated, content } of feed.entries) {
    if (address === null) {
      skipped.unaddressed += 1
      observer?.onPassedOver?.({ uri: title ?? '', reason: 'unaddressed', pattern: null })
      continue
    }
    const isContentOnly = !isFollowedHost({ url: new URL(address), source, ownHosts })
    if (isContentOnly && content === null) {
      skipped.foreign += 1
      observer?.onPassedOver?.({ uri: address, reason: 'foreign', pattern: null })
    } else items.push({ uri: address, revision: updated, title, publishedAt, content, isContentOnly })
  }
  return { items, skipped }
}
