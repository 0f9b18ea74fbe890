import {
  findArchiveUri,
  type KnownSourceItem,
  type QuarantineRepository,
  ShuttenError,
  type SourceRecord,
  type SourceRepository,
} from '@shutten/core'
import type { HygieneGate } from '../pipeline/create-hygiene-gate.js'
import type { Staging } from '../pipeline/create-staging.js'
import type { Worklist } from '../pipeline/create-worklist.js'
import type { NewJournalItem } from '../pipeline/ingest-journal.js'
import type { SourceCrawler } from '../source/create-source-crawler.js'
import { createKnownItems, type KnownItems } from './create-known-items.js'
import { followFetches } from './follow-fetches.js'
import { removeGone } from './remove-gone.js'
import { stageVisit } from './stage-visit.js'
import type { StagedRun } from './staged-run.js'

/** The sources that an administrator keeps, and what visits them. */
export interface SourceRegistry {
  sources: SourceRepository
  crawler: SourceCrawler
}

interface Parts {
  staging: Staging
  worklist: Worklist
  gate: HygieneGate
  onListed: () => void
  /** Whose answer is waited for; null: nobody's. */
  onFetching: (host: string | null) => void
}

/** What a run of a source begins with, and how it is worked off. */
export interface PreparedRun {
  first: NewJournalItem[]
  stage: (parts: Parts) => Promise<StagedRun>
}

const itemsPerRead = 5_000
const heldPerRead = 1_000

interface VisitOptions {
  registry: SourceRegistry
  sourceId: string
  signal?: AbortSignal
}

/** Brings what a source holds up to date. Errors: SOURCE_UNKNOWN. */
export async function prepareVisit(
  options: VisitOptions & {
    isFull?: boolean
    quarantine: QuarantineRepository | null
    toUri: (location: string) => string
    exists: (uri: string) => Promise<boolean>
    /** Milliseconds since 1970. */
    now: () => number
  },
): Promise<PreparedRun> {
  const { registry, quarantine, isFull = false, toUri, exists, now, signal } = options
  const { sources, crawler } = registry
  const source = await getSource(options)
  const items = await listItems(sources, source.id)
  const needsHeld = items.some(({ became }) => became === 'quarantined')
  const heldBack = quarantine && needsHeld ? await listHeldBack(quarantine) : new Set<string>()
  const yielded = new Set(await sources.listYielded(source.id))
  return {
    first: [{ uri: toUri(source.location), action: 'list' }],
    async stage(parts) {
      const { staging, worklist, gate, onListed, onFetching } = parts
      const followed = followFetches({ crawler, onFetching })
      const known = createKnownItems({ source, items, staging, heldBack, yielded, isFull })
      const isHeldElsewhere = createHolderCheck(sources, source.id)
      // What this source meets for the first time is not among what it yields yet.
      const isYielded = async (uri: string) => yielded.has(uri) || (!known.find(uri) && (await isHeldElsewhere(uri)))
      const called = { staging, worklist, gate, onListed, ...(signal && { signal }) }
      await stageVisit({ ...called, source, known, crawler: followed, isHeldElsewhere, isYielded, exists, now })
      const listing = worklist.items.map(({ visit }) => visit).find((visit) => visit?.of === 'listing')
      const hasFailed = worklist.items.some(({ status }) => status !== 'done')
      return {
        failures: listing?.failed ?? [],
        unchanged: (listing?.vouched ?? 0) + countInArchives(worklist, known),
        ...(listing && { skipped: listing.skipped }),
        commit: () =>
          sources.saveVisit({
            sourceId: source.id,
            items: listTaken(worklist),
            gone: worklist.items.flatMap(({ uri, action, status }) =>
              action === 'remove' && status === 'done' ? [uri] : [],
            ),
            validators: hasFailed ? null : (listing?.validators ?? null),
          }),
      }
    },
  }
}

/** Removes the documents of a source that no other source holds, then the source. One that is not there is removed. */
export async function prepareRemoval(options: VisitOptions): Promise<PreparedRun> {
  const { registry, sourceId, signal } = options
  const { sources } = registry
  const source = await sources.find(sourceId)
  if (!source) return { first: [], stage: async () => ({ failures: [] }) }
  const items = await listItems(sources, source.id)
  const isHeldElsewhere = createHolderCheck(sources, source.id)
  return {
    first: items.map(({ uri }) => ({ uri, action: 'remove' })),
    async stage({ staging, worklist, onListed }) {
      onListed()
      await removeGone({ staging, worklist, isHeldElsewhere, ...(signal && { signal }) })
      return { failures: [], commit: () => sources.remove(source.id) }
    },
  }
}

async function getSource({ registry, sourceId }: VisitOptions): Promise<SourceRecord> {
  const source = await registry.sources.find(sourceId)
  if (source) return source
  throw new ShuttenError({
    code: 'SOURCE_UNKNOWN',
    message: `There is no source ${sourceId}.`,
    suggestion: 'It was removed since the run was asked for; nothing needs to be done.',
  })
}

async function listItems(sources: SourceRepository, sourceId: string): Promise<KnownSourceItem[]> {
  const all: KnownSourceItem[] = []
  for (;;) {
    const page = await sources.listItems({ sourceId, offset: all.length, limit: itemsPerRead })
    all.push(...page)
    if (page.length < itemsPerRead) return all
  }
}

async function listHeldBack(quarantine: QuarantineRepository): Promise<Set<string>> {
  const uris = new Set<string>()
  for (let offset = 0; ; offset += heldPerRead) {
    const page = await quarantine.list({ statuses: ['held', 'rejected'], offset, limit: heldPerRead })
    for (const { uri } of page.documents) uris.add(uri)
    if (page.documents.length < heldPerRead) return uris
  }
}

function createHolderCheck(sources: SourceRepository, sourceId: string): (uri: string) => Promise<boolean> {
  return async (uri) => (await sources.listHolders({ uri })).some(({ id }) => id !== sourceId)
}

/** What was taken in. An archive that does not count whole is read again the next time. */
function listTaken({ items }: Worklist): KnownSourceItem[] {
  const broken = new Set(items.flatMap(({ uri, status }) => (status === 'done' ? [] : (findArchiveUri(uri) ?? []))))
  return items.flatMap(({ action, status, visit, uri }) =>
    action === 'read' && status === 'done' && visit?.of === 'item' && visit.known && !broken.has(uri)
      ? [visit.known]
      : [],
  )
}

/** Documents in archives that are what they were, beyond the one that each archive counts as. */
function countInArchives({ items }: Worklist, known: KnownItems): number {
  let count = 0
  for (const { outcome, visit } of items)
    if (outcome === 'unchanged' && visit?.of === 'item' && visit.known?.became === 'archive')
      count += known.countDocuments(visit.known) - 1
  return count
}
