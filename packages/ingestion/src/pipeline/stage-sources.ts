import { type ErrorCode, findArchiveUri, type ItemFailure, ShuttenError } from '@shutten/core'
import { binaryMediaTypes } from '../decode/binary-media-types.js'
import { detectMediaType } from '../decode/detect-media-type.js'
import { toArchiveRoot } from '../source/archive-entries.js'
import type { SourceReader } from '../source/create-source-reader.js'
import type { Source } from '../source/source.js'
import type { HygieneGate } from './create-hygiene-gate.js'
import type { Staging } from './create-staging.js'
import type { Worklist } from './create-worklist.js'
import { hasSameTags } from './has-same-tags.js'
import type { JournalItem } from './ingest-journal.js'
import { hashContent, readSource } from './read-source.js'

/**
 * Lists locations, reads what they hold, and stages what has changed. Content that is known at its address is neither
 * parsed nor embedded again. The same content under a second address is not taken twice; where the first file is gone it
 * has moved, and the document keeps its id. Tags that were given before stay unless others are given; other tags alone make
 * it an updated document, whose text is not embedded again. Documents of a whole folder whose file is gone are removed. A
 * source that fails leaves its document as it was. Of an archive each file is a document.
 *
 * Returns failures that belong to no item: parts of folders that could not be listed.
 */
export async function stageSources(options: {
  staging: Staging
  sources: SourceReader
  worklist: Worklist
  gate: HygieneGate
  /** Take the place of the tags given before. */
  tags?: readonly string[]
  /** Content that is known is parsed anew. */
  isFull?: boolean
  onListed: () => void
  signal?: AbortSignal
}): Promise<ItemFailure[]> {
  const { staging, sources, worklist, gate, tags, isFull = false, onListed, signal } = options
  const called = signal ? { signal } : {}
  const opened = new Map<string, Source>()
  const failures: ItemFailure[] = []
  const listOf = (action: JournalItem['action']) =>
    new Set(worklist.items.filter((item) => item.action === action).map(({ uri }) => uri))

  await worklist.work({
    action: 'list',
    ...called,
    async perform(item) {
      const list = await sources.list({ locations: [item.uri], ...called })
      const [failure] = list.failed
      if (failure && list.sources.length === 0) throw toError(failure)
      failures.push(...list.failed)
      const listed = listOf('read')
      const fresh = list.sources.filter(({ uri }) => !listed.has(uri))
      for (const source of fresh) opened.set(source.uri, source)
      const present = new Set(list.sources.map(({ uri }) => uri))
      const gone = list.folders
        .flatMap((root) => staging.listUnder(root))
        .filter(({ uri }) => !present.has(findArchiveUri(uri) ?? uri))
      await worklist.expand({
        item,
        items: [
          ...fresh.map(({ uri }) => ({ uri, action: 'read' as const })),
          ...gone.map(({ uri }) => ({ uri, action: 'remove' as const })),
        ],
      })
      return true
    },
  })
  onListed()

  const present = listOf('read')
  const gone = listOf('remove')

  /** What an archive holds follows as items of their own; what it held before, and holds no more, goes. */
  const expandArchive = async (item: JournalItem, bytes: Uint8Array) => {
    const { uri } = item
    const entries = await sources.archives.list({ uri, bytes, ...called })
    const left = new Set(entries)
    const vanished = staging.listUnder(toArchiveRoot(uri)).filter((known) => !left.has(known.uri))
    const fresh = entries.filter((entry) => !present.has(entry))
    for (const entry of fresh) present.add(entry)
    for (const known of vanished) gone.add(known.uri)
    await worklist.expand({
      item,
      items: [
        ...fresh.map((entry) => ({ uri: entry, action: 'read' as const })),
        ...vanished.map((known) => ({ uri: known.uri, action: 'remove' as const })),
      ],
    })
    onListed()
  }

  const isGone = async (uri: string) => gone.has(uri) || (!present.has(uri) && !(await sources.exists(uri)))

  const readOne = async (item: JournalItem, isSecondLook: boolean): Promise<boolean> => {
    const { uri } = item
    const content = await (opened.get(uri) ?? sources.open(uri)).read(called)
    const detected = await detectMediaType({ bytes: content.bytes, uri })
    if (!findArchiveUri(uri) && detected === binaryMediaTypes.zip) {
      await expandArchive(item, content.bytes)
      return true
    }
    const contentHash = hashContent(content.bytes)
    const known = staging.findByUri(uri)
    const twin = staging.findByContentHash(contentHash)
    const before = known ?? twin
    const givenTags = tags ?? before?.givenTags ?? []
    const isTaggedAnew = before !== null && !hasSameTags(before.givenTags, givenTags)
    const isKnown = known?.contentHash === contentHash && !isTaggedAnew && !isFull
    // Whether the twin keeps this content is known when all sources have been looked at.
    if (!known && twin && !isSecondLook) return false
    if (isKnown || (!known && twin && !(await isGone(twin.uri)))) {
      await worklist.finish({ item, outcome: 'unchanged', staged: null })
      return true
    }
    const read = await readSource({ uri, source: content, detected, tags: givenTags, ...called })
    const document = await gate.pass({ uri, ...read })
    if (!document) {
      await worklist.finish({ item, outcome: 'quarantined', staged: null })
      return true
    }
    const moved = !known && twin ? { documentId: twin.documentId } : {}
    const { outcome, staged } = await staging.stage({ uri, contentHash, givenTags, ...read, document, ...moved })
    const isSame = known?.versionId === staged.versionId
    await worklist.finish({ item, outcome: isSame ? 'unchanged' : !known && twin ? 'moved' : outcome, staged })
    return true
  }

  await worklist.work({ action: 'read', ...called, perform: (item) => readOne(item, false) })
  await worklist.work({ action: 'read', ...called, perform: (item) => readOne(item, true) })
  await worklist.work({
    action: 'remove',
    ...called,
    async perform(item) {
      const known = staging.findByUri(item.uri)
      if (known) staging.remove(known.documentId)
      await worklist.finish({ item, outcome: known ? 'deleted' : null, staged: null })
      return true
    },
  })
  return failures
}

function toError({ code, message, suggestion = '' }: ItemFailure): ShuttenError {
  return new ShuttenError({ code: code as ErrorCode, message, suggestion })
}
