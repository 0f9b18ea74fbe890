import type {
  ItemResult,
  KnownItem,
  ListedItem,
  SourceDefinition,
  SourceListing,
  SourceValidators,
} from '@shutten/core'
import { createItem, createListing, toUrlPath } from './listing/create-listing.js'
import { listFeedItems } from './listing/list-feed-items.js'
import { listFolderItems } from './listing/list-folder-items.js'
import { listSitemapItems } from './listing/list-sitemap-items.js'
import type { ListingBounds, ListingObserver } from './listing/listing-observer.js'
import { readItem } from './read-item.js'
import { createWebFetcher, type WebFetcherOptions } from './web/create-web-fetcher.js'
import type { FetchEvent } from './web/fetch-event.js'
import { systemClock } from './web/source-clock.js'

export interface SourceCrawler {
  /**
   * What a source holds now, without reading it, compared with what is `known` of it. `validators` are those of the last
   * listing, given only if all of its items came through. What fails is told in `failed`; rejects with the signal's reason only.
   */
  listSource(options: {
    source: SourceDefinition
    known: readonly KnownItem[]
    validators?: SourceValidators | null
    observer?: ListingObserver
    bounds?: ListingBounds
    signal?: AbortSignal
  }): Promise<SourceListing>
  /** Reads one item of a listing. Calls for several items may run at once: each host gets one request at a time. Rejects with the signal's reason only. */
  readItem(options: {
    source: SourceDefinition
    item: ListedItem
    known: KnownItem | null
    onEvent?: (event: FetchEvent) => void
    signal?: AbortSignal
  }): Promise<ItemResult>
  /** Whether robots.txt lets an address of a source be read. Errors: those of `WebFetcher.isAllowed`. */
  isAllowed(options: { source: SourceDefinition; uri: string; signal?: AbortSignal }): Promise<boolean>
  /** To read a page again that was not listed (of `kept`, with the origin `page`): that tells whether it is gone. */
  createVisit(known: KnownItem): ListedItem
  /** Ends the connections. */
  close(): Promise<void>
}

/**
 * Visits sources of every kind. One crawler serves all sources of a process: it holds the rules of robots.txt and the
 * turns of each host.
 */
export function createSourceCrawler(options: WebFetcherOptions = {}): SourceCrawler {
  const { clock = systemClock } = options
  const fetcher = createWebFetcher(options)
  const now = () => clock.now()

  return {
    async listSource({ source, known, validators = null, observer, bounds, signal }) {
      signal?.throwIfAborted()
      const watched = { ...(observer && { observer }), ...(bounds && { bounds }) }
      const call = { source, known, now: now(), ...watched, ...(signal && { signal }) }
      switch (source.kind) {
        case 'upload':
        case 'folder':
          return listFolderItems(call)
        case 'sitemap':
          return listSitemapItems({ ...call, validators, fetcher })
        case 'feed':
          return listFeedItems({ ...call, validators, fetcher })
        case 'url':
          return createListing({
            source: { ...source, include: [], exclude: [] },
            known,
            found: { items: [createItem(source.location)], isComplete: true, failed: [] },
            toPath: toUrlPath,
            provesAbsence: true,
            isUnchanged: () => false,
          })
      }
    },
    readItem: (call) => readItem({ ...call, fetcher, now }),
    isAllowed: ({ source: { allowedHosts, limits }, uri, signal }) =>
      fetcher.isAllowed({ address: uri, allowedHosts, limits, ...(signal && { signal }) }),
    createVisit: (known) => ({ ...createItem(known.uri), state: 'unsure', revision: known.revision }),
    close: () => fetcher.close(),
  }
}
