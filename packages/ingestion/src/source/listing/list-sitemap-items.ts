import type { KnownItem, SourceDefinition, SourceListing, SourceValidators } from '@shutten/core'
import { createPathFilter } from '../definition/create-path-filter.js'
import { toFailure } from '../to-failure.js'
import type { WebFetcher } from '../web/create-web-fetcher.js'
import { RateLimitError } from '../web/rate-limit-error.js'
import { createItem, createListing, type FoundItems, toUrlPath } from './create-listing.js'
import { createUnmodifiedListing } from './create-unmodified-listing.js'
import { isFollowedHost } from './is-followed-host.js'
import { isRevisionTrusted } from './is-revision-trusted.js'
import type { ListingBounds, ListingObserver } from './listing-observer.js'
import { parseSitemap, type SitemapEntry } from './parse-sitemap.js'
import { readListingText } from './read-listing-text.js'

/** Of one file, unpacked (sitemaps.org). */
const maxBytes = 50 * 1024 * 1024
const maxSitemaps = 500
const accept = 'application/xml, text/xml, text/plain;q=0.5, */*;q=0.1'

interface Walk {
  source: SourceDefinition
  fetcher: WebFetcher
  found: FoundItems & { skipped: { foreign: number; unaddressed: number } }
  isIncluded: (uri: string) => boolean
  /** Pages that the patterns let through. */
  included: number
  observer?: ListingObserver
  signal?: AbortSignal
}

/**
 * The pages that a sitemap names, or the sitemaps that an index names. Pages and sitemaps on hosts that are not followed
 * are passed over. Where one file cannot be had or ends too early, the listing is incomplete. `now`: milliseconds since 1970.
 */
export async function listSitemapItems(options: {
  source: SourceDefinition
  known: readonly KnownItem[]
  validators: SourceValidators | null
  fetcher: WebFetcher
  now: number
  observer?: ListingObserver
  bounds?: ListingBounds
  signal?: AbortSignal
}): Promise<SourceListing> {
  const { source, known, fetcher, now, observer, bounds, signal } = options
  const filter = createPathFilter(source)
  const walk: Walk = {
    source,
    fetcher,
    found: { items: [], isComplete: true, failed: [], skipped: { foreign: 0, unaddressed: 0 } },
    isIncluded: (uri) => filter.isIncluded(toUrlPath(uri) ?? ''),
    included: 0,
    ...(observer && { observer }),
    ...(signal && { signal }),
  }
  const first = await readSitemap({ walk, address: source.location, validators: options.validators })
  if (first === 'unmodified') return createUnmodifiedListing({ known, validators: options.validators })
  if (first?.kind === 'index')
    await readIndex({ walk, entries: first.entries, most: bounds?.maxSitemaps ?? maxSitemaps })
  // An index that is what it was says nothing of the sitemaps that it names.
  else walk.found.validators = first?.validators ?? null
  return createListing({
    source,
    known,
    found: walk.found,
    toPath: toUrlPath,
    provesAbsence: true,
    isUnchanged: (item, before) => isRevisionTrusted({ revision: item.revision, known: before, now }),
    ...(observer && { observer }),
  })
}

async function readIndex(options: { walk: Walk; entries: readonly SitemapEntry[]; most: number }): Promise<void> {
  const { walk } = options
  const { source, found } = walk
  const addresses = new Set(options.entries.flatMap((entry) => resolve({ walk, entry }) ?? []))
  let left = options.most
  for (const address of addresses) {
    // The listing tells then that there are too many.
    if (walk.included > source.limits.maxItems) return
    if (left-- <= 0) {
      found.isComplete = false
      return
    }
    const child = await readSitemap({ walk, address, validators: null })
    // The protocol lets an index name no other index.
    if (child !== null && child !== 'unmodified' && child.kind === 'index') found.isComplete = false
  }
}

/** Takes the pages of one file; gives its kind, and the sitemaps of an index. Null when it cannot be had. */
async function readSitemap(options: {
  walk: Walk
  address: string
  validators: SourceValidators | null
}): Promise<
  'unmodified' | { kind: 'pages' | 'index'; entries: SitemapEntry[]; validators: SourceValidators | null } | null
> {
  const { walk, address, validators } = options
  const { source, fetcher, found, observer, signal } = walk
  try {
    const limits = { ...source.limits, maxBytes }
    const call = { address, validators, allowedHosts: source.allowedHosts, limits, accept }
    const watched = observer?.onEvent ? { onEvent: observer.onEvent } : {}
    const answer = await fetcher.fetch({ ...call, ...watched, ...(signal && { signal }) })
    if (answer.status === 'not-modified') return 'unmodified'
    const text = await readListingText({ ...answer, maxBytes })
    const { kind, entries, isWhole } = await parseSitemap({ text, uri: answer.uri, ...(signal && { signal }) })
    if (!isWhole) found.isComplete = false
    if (kind === 'pages') for (const entry of entries) addPage(walk, entry)
    return { kind, entries, validators: answer.validators }
  } catch (error) {
    signal?.throwIfAborted()
    found.isComplete = false
    found.failed.push(toFailure(address, error))
    if (error instanceof RateLimitError) found.retryAt = new Date(error.retryAt).toISOString()
    return null
  }
}

function addPage(walk: Walk, entry: SitemapEntry): void {
  // One more than the limit shows that there are more.
  if (walk.included > walk.source.limits.maxItems) return
  const uri = resolve({ walk, entry })
  if (uri === null) return
  if (walk.isIncluded(uri)) walk.included += 1
  walk.found.items.push({ ...createItem(uri), revision: entry.lastModified })
}

/** The address of an entry, absolute and without a fragment; null, and counted, where it is passed over. */
function resolve({ walk, entry }: { walk: Walk; entry: SitemapEntry }): string | null {
  const { source, found, observer } = walk
  if (!entry.address || !URL.canParse(entry.address, source.location)) {
    found.skipped.unaddressed += 1
    observer?.onPassedOver?.({ uri: entry.address, reason: 'unaddressed', pattern: null })
    return null
  }
  const url = new URL(entry.address, source.location)
  url.hash = ''
  if (/^https?:$/.test(url.protocol) && isFollowedHost({ url, source, ownHosts: [new URL(source.location).host] }))
    return url.href
  found.skipped.foreign += 1
  observer?.onPassedOver?.({ uri: url.href, reason: 'foreign', pattern: null })
  return null
}
