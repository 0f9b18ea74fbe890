import type { ItemVisit, KnownSourceItem, SourceListing, SourceRecord } from '@shutten/core'
import type { NewJournalItem } from '../pipeline/ingest-journal.js'
import type { SourceCrawler } from '../source/create-source-crawler.js'
import { isRevisionTrusted } from '../source/listing/is-revision-trusted.js'
import type { KnownItems } from './create-known-items.js'
import { toItemError } from './to-item-error.js'

/** A page that its feed has left, and that says nothing of its state, is asked for again after so long. */
const keptMs = 30 * 24 * 60 * 60_000

/**
 * Lists a source and says what has to be done: items to read, and items whose documents are to be removed. What the
 * listing vouches for is counted only. Errors: that of the listing, where it gave nothing.
 */
export async function listVisit(options: {
  source: SourceRecord
  known: KnownItems
  crawler: Pick<SourceCrawler, 'listSource' | 'createVisit'>
  /** Milliseconds since 1970. */
  now: number
  /** Addresses of the documents that came out of an archive. */
  listDocumentsIn: (archive: string) => readonly string[]
  signal?: AbortSignal
}): Promise<{ items: NewJournalItem[]; visit: ItemVisit }> {
  const { source, known, crawler, now, listDocumentsIn, signal } = options
  const listing = await crawler.listSource({
    source,
    known: known.listed,
    validators: known.isWhole ? source.validators : null,
    ...(signal && { signal }),
  })
  const [failure] = listing.failed
  if (failure && listing.items.length === 0 && listing.gone.length === 0)
    throw toItemError({ failure, retryAt: listing.retryAt })
  const gone = new Set(listing.gone.map(({ item }) => item.uri))
  const isGone = (uri: string) => gone.has(uri)
  const items: NewJournalItem[] = []
  let vouched = 0
  for (const listed of listing.items) {
    const before = known.find(listed.uri)
    if (before && listed.state === 'unchanged' && known.holds(before, isGone)) vouched += known.countDocuments(before)
    else items.push({ uri: listed.uri, action: 'read', visit: { of: 'item', listed, known: null } })
  }
  for (const { uri } of listing.kept) {
    const item = known.find(uri) as KnownSourceItem
    if (isDue({ item, listing, known, now }))
      items.push({ uri, action: 'read', visit: { of: 'item', listed: crawler.createVisit(item), known: null } })
    else if (known.holds(item)) vouched += known.countDocuments(item)
  }
  for (const uri of gone) for (const each of [uri, ...listDocumentsIn(uri)]) items.push({ uri: each, action: 'remove' })
  // What says nothing of the state of its items has to be listed, so that they are asked for themselves.
  const vouches = listing.isComplete && listing.items.every(({ revision }) => revision !== null)
  const { failed, skipped } = listing
  return {
    items,
    visit: { of: 'listing', vouched, failed, skipped, validators: vouches ? listing.validators : null },
  }
}

/** Whether a page that was not listed is to be looked at: that alone tells whether it is still there. */
function isDue(options: { item: KnownSourceItem; listing: SourceListing; known: KnownItems; now: number }): boolean {
  const { item, listing, known, now } = options
  if (item.origin !== 'page' || !listing.isComplete) return false
  if (!known.holds(item)) return true
  const { revision } = item
  return revision === null
    ? now - Date.parse(item.checkedAt) >= keptMs
    : !isRevisionTrusted({ revision, known: item, now })
}
