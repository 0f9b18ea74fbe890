import { access, constants, stat } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { type ItemFailure, type KnownItem, type ListedItem, ShuttenError, type SourceDefinition } from '@shutten/core'
import type { SourceCrawler } from '../source/create-source-crawler.js'
import { findMediaType } from '../source/media-types.js'
import { toFailure } from '../source/to-failure.js'
import type { FetchEvent } from '../source/web/fetch-event.js'
import { createLeftOutList } from './create-left-out-list.js'
import { findRobotsVerdicts } from './find-robots-verdicts.js'
import type { PreviewBounds } from './preview-bounds.js'
import type { PreviewedItem, SourcePreview } from './source-preview.js'

const parallelStats = 32

/**
 * Looks at what a source holds, by the very listing and reading of a visit, and keeps nothing of it. What goes wrong is
 * told in `failed`; rejects with the signal's reason only.
 */
export async function previewSource(options: {
  source: SourceDefinition
  /** What it took in before, the files of archives left out. */
  known: readonly KnownItem[]
  crawler: SourceCrawler
  bounds: PreviewBounds
  signal?: AbortSignal
}): Promise<SourcePreview> {
  const { known, crawler, bounds, signal } = options
  const started = performance.now()
  const isFolder = options.source.kind === 'folder' || options.source.kind === 'upload'
  const maxItems = Math.min(options.source.limits.maxItems, bounds.maxItems)
  const source = { ...options.source, limits: { ...options.source.limits, maxItems } }
  const toName = (uri: string) => (isFolder ? nameBelow(source.location, uri) : uri)
  const deadline = AbortSignal.timeout(bounds.maxMs)
  const limited = signal ? AbortSignal.any([signal, deadline]) : deadline

  const events: FetchEvent[] = []
  const leftOut = createLeftOutList({ shown: bounds.shown, toName })
  const onEvent = (event: FetchEvent) => void events.push(event)
  const wasKnown = new Set(known.map(({ uri }) => uri))
  const preview: SourcePreview = {
    events,
    folder: isFolder ? { path: source.location, isReadable: await isReadable(source.location) } : null,
    taken: { count: 0, first: [] },
    leftOut: leftOut.list,
    gone: { count: 0, first: [] },
    failed: [],
    cut: null,
    seconds: 0,
  }
  const describe = (item: ListedItem, bytes: number | null): PreviewedItem => ({
    name: toName(item.uri),
    title: item.title,
    publishedAt: item.publishedAt,
    bytes,
    mediaType: isFolder ? findMediaType(item.uri) : null,
    isRead: false,
    isKnown: wasKnown.has(item.uri),
  })

  /** Takes the items that their sizes let through. */
  const takeFiles = async (items: readonly ListedItem[]) => {
    for (let at = 0; at < items.length; at += parallelStats) {
      limited.throwIfAborted()
      const batch = items.slice(at, at + parallelStats)
      const sizes = await Promise.all(batch.map(({ uri }) => stat(fileURLToPath(uri)).catch(() => null)))
      for (const [index, item] of batch.entries()) {
        const size = sizes[index]?.size ?? null
        if (size === 0) leftOut.add({ uri: item.uri, reason: 'empty' })
        else if (size !== null && size > source.limits.maxBytes) leftOut.add({ uri: item.uri, reason: 'too-large' })
        else take(describe(item, size))
      }
    }
  }
  const take = (item: PreviewedItem) => {
    preview.taken.count += 1
    if (preview.taken.first.length < bounds.shown) preview.taken.first.push(item)
  }

  /** Takes the pages that robots.txt lets through, the first of them as reading them shows. */
  const takePages = async (items: readonly ListedItem[]) => {
    const verdicts =
      source.kind === 'url'
        ? () => true
        : await findRobotsVerdicts({ source, items, crawler, maxHosts: bounds.maxHosts, signal: limited })
    let reads = 0
    for (const item of items) {
      if (!item.isContentOnly && !verdicts(item.uri)) {
        leftOut.add({ uri: item.uri, reason: 'robots' })
        continue
      }
      if (reads >= bounds.maxReads || deadline.aborted) {
        take(describe(item, null))
        continue
      }
      reads += 1
      const watched = source.kind === 'url' ? { onEvent } : {}
      const read = await crawler.readItem({ source, item, known: null, ...watched, signal: limited }).catch((error) => {
        signal?.throwIfAborted()
        if (deadline.aborted) return null
        throw error
      })
      if (read === null) take(describe(item, null))
      else if ('failure' in read) {
        const isRefused = read.failure.code === 'SOURCE_ROBOTS_REFUSED'
        leftOut.add({ uri: item.uri, reason: isRefused ? 'robots' : 'unreadable', failure: read.failure })
        if (source.kind === 'url') preview.failed.push(read.failure)
      } else if ('content' in read) {
        const { bytes, mediaType } = read.content
        take({ ...describe(item, bytes.length), mediaType, isRead: true })
      }
    }
  }

  try {
    const listing = await crawler.listSource({
      source,
      known,
      observer: { onEvent, onPassedOver: (item) => leftOut.add(item) },
      bounds: { maxFiles: bounds.maxFiles, maxSitemaps: bounds.maxSitemaps },
      signal: limited,
    })
    // What the preview itself cut short is no failure of the source.
    const isCut = listing.failed.some(({ code }) => code === 'SOURCE_LISTING_TOO_LONG')
    preview.failed = listing.failed.filter(({ code }) => code !== 'SOURCE_LISTING_TOO_LONG')
    if (isCut || (!listing.isComplete && preview.failed.length === 0)) preview.cut = 'count'
    preview.gone = {
      count: listing.gone.length,
      first: listing.gone.slice(0, bounds.shown).map(({ item, reason }) => ({ name: toName(item.uri), reason })),
    }
    await (isFolder ? takeFiles(listing.items) : takePages(listing.items))
  } catch (error) {
    signal?.throwIfAborted()
    preview.failed.push(deadline.aborted ? createTimeFailure(source, bounds) : toFailure(source.location, error))
  }
  if (deadline.aborted) preview.cut = 'time'
  preview.seconds = Math.round(performance.now() - started) / 1_000
  return preview
}

function nameBelow(folder: string, uri: string): string {
  if (!uri.startsWith('file:')) return uri
  const file = fileURLToPath(uri)
  const relative = path.relative(folder, file)
  return relative.startsWith('..') ? file : relative
}

const isReadable = (folder: string) =>
  access(folder, constants.R_OK | constants.X_OK).then(
    () => true,
    () => false,
  )

function createTimeFailure({ location }: SourceDefinition, { maxMs }: PreviewBounds): ItemFailure {
  return toFailure(
    location,
    new ShuttenError({
      code: 'TIMED_OUT',
      message: `${location} was not looked through within ${maxMs / 1_000} seconds.`,
      suggestion: 'A slow or large source is taken in all the same; name a smaller part of it to see more here.',
    }),
  )
}
