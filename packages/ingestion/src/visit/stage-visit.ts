import {
  findArchiveUri,
  type ItemContent,
  type KnownSourceItem,
  type ListedItem,
  type SourceRecord,
} from '@shutten/core'
import { binaryMediaTypes } from '../decode/binary-media-types.js'
import { detectMediaType } from '../decode/detect-media-type.js'
import type { HygieneGate } from '../pipeline/create-hygiene-gate.js'
import type { Staging } from '../pipeline/create-staging.js'
import type { Worklist } from '../pipeline/create-worklist.js'
import { hasSameTags } from '../pipeline/has-same-tags.js'
import type { JournalItem } from '../pipeline/ingest-journal.js'
import { hashContent, readSource } from '../pipeline/read-source.js'
import { createArchiveEntries, toArchiveRoot } from '../source/archive-entries.js'
import type { SourceCrawler } from '../source/create-source-crawler.js'
import type { KnownItems } from './create-known-items.js'
import { describeSource } from './describe-source.js'
import { listVisit } from './list-visit.js'
import { removeGone } from './remove-gone.js'
import { toItemError } from './to-item-error.js'

/** Something that was read, and what is to be known of it; `description` and what it became are found out here. */
interface ReadItem {
  content: Pick<ItemContent, 'bytes' | 'mediaType' | 'charset' | 'publishedAt'>
  known: Omit<KnownSourceItem, 'became' | 'documentId' | 'description'>
}

/**
 * Visits a source: lists it, reads what its listing does not vouch for, and stages what has changed. Documents of items
 * that are gone are removed, unless another source holds them. What is known of the items goes with them into the worklist
 * and becomes true with the switch: nothing of the source's rows is changed here.
 */
export async function stageVisit(options: {
  source: SourceRecord
  known: KnownItems
  crawler: Pick<SourceCrawler, 'listSource' | 'readItem' | 'createVisit'>
  staging: Staging
  worklist: Worklist
  gate: HygieneGate
  isHeldElsewhere: (uri: string) => Promise<boolean>
  /** True for an address over whose tags another source decides. */
  isYielded: (uri: string) => Promise<boolean>
  /** False when the file of a `file://` URI is known to be gone. */
  exists: (uri: string) => Promise<boolean>
  /** Milliseconds since 1970. */
  now: () => number
  onListed: () => void
  signal?: AbortSignal
}): Promise<void> {
  const { source, known, crawler, staging, worklist, gate, isHeldElsewhere, isYielded, exists, now, onListed, signal } =
    options
  const called = signal ? { signal } : {}
  const description = describeSource(source)

  await worklist.work({
    action: 'list',
    ...called,
    async perform(item) {
      const listed = await listVisit({
        source,
        known,
        crawler,
        now: now(),
        listDocumentsIn: (archive) => staging.listUnder(toArchiveRoot(archive)).map(({ uri }) => uri),
        ...called,
      })
      await worklist.expand({ item, ...listed })
      return true
    },
  })
  onListed()

  const gone = new Set(worklist.items.filter(({ action }) => action === 'remove').map(({ uri }) => uri))
  const read = worklist.items.filter(({ action }) => action === 'read')
  const present = new Set(read.map(({ uri }) => uri))
  const waiting = new Set(read.filter(({ status }) => status === 'waiting').map(({ uri }) => uri))
  const isGone = (uri: string) => gone.has(uri)

  const readAnew = async (uri: string) => {
    const result = await crawler.readItem({ source, item: toListedItem(uri), known: null, ...called })
    if ('content' in result) return result.content
    throw 'failure' in result ? toItemError(result) : new Error(`${uri} is unchanged, though nothing is known.`)
  }
  const archives = createArchiveEntries({ openArchive: (uri) => ({ uri, read: () => readAnew(uri) }) })

  const finish = async (options: {
    item: JournalItem
    outcome: JournalItem['outcome']
    staged?: JournalItem['staged']
    known: Omit<KnownSourceItem, 'description'>
  }) => {
    const { item, outcome, staged = null } = options
    const visit = { of: 'item' as const, listed: findListed(item), known: { ...options.known, description } }
    await worklist.finish({ item, outcome, staged, visit })
    waiting.delete(item.uri)
  }

  /** What an archive holds follows as items of their own; what it held before, and holds no more, goes. */
  const expandArchive = async (item: JournalItem, { content, known: state }: ReadItem) => {
    const { uri } = item
    const entries = await archives.list({ uri, bytes: content.bytes, ...called })
    const left = new Set(entries)
    const vanished = staging
      .listUnder(toArchiveRoot(uri))
      .flatMap((document) => (left.has(document.uri) ? [] : document.uri))
    const fresh = entries.filter((entry) => !present.has(entry))
    const became = { ...state, became: 'archive' as const, documentId: null, description }
    await worklist.expand({
      item,
      items: [
        ...fresh.map((entry) => ({ uri: entry, action: 'read' as const })),
        ...vanished.map((entry) => ({ uri: entry, action: 'remove' as const })),
      ],
      visit: { of: 'item', listed: findListed(item), known: became },
    })
    for (const entry of fresh) {
      present.add(entry)
      waiting.add(entry)
    }
    for (const entry of vanished) gone.add(entry)
    waiting.delete(uri)
    onListed()
  }

  /** Removed after everything is read: what moved takes its document along. */
  const expandGone = async (item: JournalItem) => {
    const uris = [item.uri, ...staging.listUnder(toArchiveRoot(item.uri)).map(({ uri }) => uri)]
    await worklist.expand({ item, items: uris.map((uri) => ({ uri, action: 'remove' as const })) })
    for (const uri of uris) gone.add(uri)
    waiting.delete(item.uri)
  }

  /** Null: that shows later in this run. */
  const isTwinGone = async (uri: string, isSecondLook: boolean): Promise<boolean | null> => {
    if (gone.has(uri)) return true
    if (waiting.has(uri)) return isSecondLook ? false : null
    return !present.has(uri) && !known.find(uri) && !(await exists(uri))
  }

  const stageContent = async (item: JournalItem, found: ReadItem, isSecondLook: boolean): Promise<boolean> => {
    const { uri } = item
    const { content, known: state } = found
    const detected = await detectMediaType({ bytes: content.bytes, uri })
    if (!findArchiveUri(uri) && detected === binaryMediaTypes.zip) {
      await expandArchive(item, found)
      return true
    }
    const { contentHash } = state
    const own = staging.findByUri(uri)
    const twin = own ? null : staging.findByContentHash(contentHash)
    const before = known.find(uri)
    const isOwned = own === null || !(await isYielded(uri))
    const tags = isOwned ? source.tags : own.givenTags
    const isDescribed = !isOwned || (before ? before.description === description : source.language === null)
    const asDocument = (documentId: string) => ({ ...state, became: 'document' as const, documentId })
    if (own?.contentHash === contentHash && hasSameTags(own.givenTags, tags) && isDescribed) {
      await finish({ item, outcome: 'unchanged', known: asDocument(own.documentId) })
      return true
    }
    const isMoved = twin ? await isTwinGone(twin.uri, isSecondLook) : false
    if (isMoved === null) return false
    if (twin && !isMoved) {
      await finish({ item, outcome: 'unchanged', known: asDocument(twin.documentId) })
      return true
    }
    const { language } = source
    const extracted = await readSource({ uri, source: content, detected, tags, language, ...called })
    const { publishedAt } = extracted.document
    const described = { ...extracted.document, publishedAt: publishedAt ?? content.publishedAt }
    const document = await gate.pass({ uri, mediaType: extracted.mediaType, document: described })
    if (!document) {
      await finish({ item, outcome: 'quarantined', known: { ...state, became: 'quarantined', documentId: null } })
      return true
    }
    const { outcome, staged } = await staging.stage({
      ...(twin && { documentId: twin.documentId }),
      uri,
      mediaType: extracted.mediaType,
      contentHash,
      document,
      givenTags: tags,
    })
    await finish({ item, outcome: twin ? 'moved' : outcome, staged, known: asDocument(staged.documentId) })
    return true
  }

  const readEntry = async (item: JournalItem, archive: string): Promise<ReadItem> => {
    const content = await archives.open(item.uri).read(called)
    const origin = known.find(archive)?.origin ?? (item.uri.startsWith('file:') ? 'file' : 'page')
    const contentHash = hashContent(content.bytes)
    const checkedAt = new Date(now()).toISOString()
    const state = { uri: item.uri, contentHash, revision: null, validators: null, origin, checkedAt }
    return { content: { ...content, publishedAt: null }, known: state }
  }

  const readOne = async (item: JournalItem, isSecondLook: boolean): Promise<boolean> => {
    const archive = findArchiveUri(item.uri)
    if (archive) return stageContent(item, await readEntry(item, archive), isSecondLook)
    const before = known.find(item.uri)
    const compared = before && known.holds(before, isGone) ? before : null
    const listed = findListed(item) ?? toListedItem(item.uri)
    const result = await crawler.readItem({ source, item: listed, known: compared, ...called })
    if ('content' in result) return stageContent(item, result, isSecondLook)
    if (result.outcome === 'unchanged') {
      const { became, documentId } = before as KnownSourceItem
      await finish({ item, outcome: 'unchanged', known: { ...result.known, became, documentId } })
      return true
    }
    const isHeld = before !== null || staging.findByUri(item.uri) !== null
    if (result.outcome !== 'gone' || !isHeld) throw toItemError(result)
    await expandGone(item)
    return true
  }

  await worklist.work({ action: 'read', ...called, perform: (item) => readOne(item, false) })
  await worklist.work({ action: 'read', ...called, perform: (item) => readOne(item, true) })
  await removeGone({ staging, worklist, isHeldElsewhere, ...called })
}

const findListed = ({ visit }: JournalItem): ListedItem | null => (visit?.of === 'item' ? visit.listed : null)

/** An item of which nothing but its address is known any more. */
function toListedItem(uri: string): ListedItem {
  return { uri, state: 'unsure', revision: null, title: null, publishedAt: null, content: null, isContentOnly: false }
}
