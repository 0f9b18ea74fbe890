import { type KnownItem, type ListedItem, ShuttenError, type SourceDefinition, type SourceListing } from '@shutten/core'
import { createPathFilter } from '../definition/create-path-filter.js'
import { toFailure } from '../to-failure.js'
import type { ListingObserver } from './listing-observer.js'

/** What a kind of source found out, before it is compared with what is known. */
export interface FoundItems {
  items: Omit<ListedItem, 'state'>[]
  isComplete: boolean
  failed: SourceListing['failed']
  skipped?: Partial<SourceListing['skipped']>
  validators?: SourceListing['validators']
  retryAt?: string | null
}

/** Something listed, with nothing but its address. */
export function createItem(uri: string): Omit<ListedItem, 'state'> {
  return { uri, revision: null, title: null, publishedAt: null, content: null, isContentOnly: false }
}

/** The path of an item that the patterns of its source are held against; null where it is not below the source. */
export type ToPath = (uri: string) => string | null

/** For addresses: the path alone. */
export const toUrlPath: ToPath = (uri) => (URL.canParse(uri) ? new URL(uri).pathname : null)

/**
 * Compares what a source was found to hold with what is known of it, up to the source's limit of items. Known items that
 * are not there are gone only when the listing is complete, holds something, and `provesAbsence`.
 */
export function createListing(options: {
  source: SourceDefinition
  known: readonly KnownItem[]
  found: FoundItems
  toPath: ToPath
  /** True where what is not listed is gone; false for a feed, which tells its newest entries only. */
  provesAbsence: boolean
  isUnchanged: (item: Omit<ListedItem, 'state'>, known: KnownItem) => boolean
  observer?: ListingObserver
}): SourceListing {
  const { source, known, found, toPath, provesAbsence, isUnchanged, observer } = options
  const filter = createPathFilter(source)
  const isIncluded = (uri: string) => filter.isIncluded(toPath(uri) ?? '')
  const knownByUri = new Map(known.map((item) => [item.uri, item]))
  const items = new Map<string, ListedItem>()
  const failed = [...found.failed]
  const { maxItems } = source.limits
  let excluded = 0
  let tooMany = 0
  for (const item of found.items) {
    if (items.has(item.uri)) continue
    if (!isIncluded(item.uri)) {
      excluded += 1
      observer?.onPassedOver?.({
        uri: item.uri,
        reason: 'excluded',
        pattern: filter.findExcluding(toPath(item.uri) ?? ''),
      })
      continue
    }
    if (items.size >= maxItems) {
      tooMany += 1
      continue
    }
    const before = knownByUri.get(item.uri)
    items.set(item.uri, { ...item, state: !before ? 'new' : isUnchanged(item, before) ? 'unchanged' : 'unsure' })
  }
  if (tooMany > 0) failed.push(toFailure(source.location, createTooManyError(source)))
  const isComplete = found.isComplete && tooMany === 0
  // A folder that is not mounted is empty; so is what a broken site lists.
  const isProof = provesAbsence && isComplete && found.items.length > 0
  const gone: SourceListing['gone'] = []
  const kept: KnownItem[] = []
  for (const item of known) {
    if (items.has(item.uri)) continue
    if (toPath(item.uri) !== null && !isIncluded(item.uri)) gone.push({ item, reason: 'excluded' })
    else if (isProof) gone.push({ item, reason: 'unlisted' })
    else kept.push(item)
  }
  return {
    items: [...items.values()],
    gone,
    kept,
    isComplete,
    isUnmodified: false,
    failed,
    skipped: { unsupported: 0, foreign: 0, unaddressed: 0, ...found.skipped, excluded },
    validators: found.validators ?? null,
    retryAt: found.retryAt ?? null,
  }
}

function createTooManyError({ location, limits }: SourceDefinition): ShuttenError {
  return new ShuttenError({
    code: 'SOURCE_LISTING_TOO_LONG',
    message: `${location} holds more than ${limits.maxItems.toLocaleString('en')} items; the first ones are taken, and none counts as gone.`,
    suggestion: 'Make several sources of it by patterns, or raise the limit of items.',
  })
}
