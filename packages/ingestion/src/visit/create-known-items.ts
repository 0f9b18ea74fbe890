import { findArchiveUri, type KnownSourceItem, type SourceDefinition } from '@shutten/core'
import type { Staging } from '../pipeline/create-staging.js'
import { hasSameTags } from '../pipeline/has-same-tags.js'
import { describeSource } from './describe-source.js'

/** What is known of the items of a source, held against the documents that serve. */
export interface KnownItems {
  /** Those that the source itself lists; the files of archives are not among them. */
  readonly listed: readonly KnownSourceItem[]
  /** False where something has to be read again, whatever the source says of it. */
  readonly isWhole: boolean
  find(uri: string): KnownSourceItem | null
  /**
   * The item is in the index as it was taken in. It is not when its document was deleted by hand, when an older generation
   * serves again, when it was released from quarantine, or when the source gives other tags or another language by now.
   * @param isGone tells addresses that the source holds no more
   */
  holds(item: KnownSourceItem, isGone?: (uri: string) => boolean): boolean
  /** Documents that an item stands for: of an archive, one for each of its files; none for what is held back. */
  countDocuments(item: KnownSourceItem): number
}

export function createKnownItems(options: {
  source: SourceDefinition
  items: readonly KnownSourceItem[]
  staging: Pick<Staging, 'findByUri' | 'findByContentHash'>
  /** Addresses that hygiene holds back, and nobody has released. */
  heldBack: ReadonlySet<string>
  /** Addresses over whose tags an older source decides. */
  yielded: ReadonlySet<string>
  /** Nothing that is known counts. */
  isFull: boolean
}): KnownItems {
  const { source, items, staging, heldBack, yielded, isFull } = options
  const description = describeSource(source)
  const byUri = new Map(items.map((item) => [item.uri, item]))
  const entries = new Map<string, KnownSourceItem[]>()
  for (const item of items) {
    const archive = findArchiveUri(item.uri)
    if (archive) entries.set(archive, [...(entries.get(archive) ?? []), item])
  }

  const holdsDocument = (item: KnownSourceItem, isGone: (uri: string) => boolean): boolean => {
    const own = staging.findByUri(item.uri)
    const isTagged = (given: readonly string[]) => yielded.has(item.uri) || hasSameTags(given, source.tags)
    if (own) return own.contentHash === item.contentHash && isTagged(own.givenTags)
    const twin = staging.findByContentHash(item.contentHash)
    return twin !== null && !isGone(twin.uri)
  }
  const holds: KnownItems['holds'] = (item, isGone = () => false) => {
    if (isFull || item.description !== description) return false
    if (item.became === 'quarantined') return heldBack.has(item.uri)
    if (item.became === 'document') return holdsDocument(item, isGone)
    return (entries.get(item.uri) ?? []).every((entry) => holds(entry, isGone))
  }

  const listed = items.filter(({ uri }) => !findArchiveUri(uri))
  return {
    listed,
    isWhole: listed.every((item) => holds(item)),
    find: (uri) => byUri.get(uri) ?? null,
    holds,
    countDocuments: (item) =>
      [item, ...(entries.get(item.uri) ?? [])].filter(({ became }) => became === 'document').length,
  }
}
