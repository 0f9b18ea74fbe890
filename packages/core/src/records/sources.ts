import type { SkippedItems } from '../sources/skipped-items.js'
import type { SourceDefinition } from '../sources/source-definition.js'
import type { KnownItem, ListedItem, SourceListing, SourceValidators } from '../sources/source-item.js'
import type { Job } from './jobs.js'

/** A source as an administrator keeps it. */
export interface SourceRecord extends SourceDefinition {
  id: string
  /** Unique: it names the source for people. */
  name: string
  /** One that is not is run neither by its schedule nor when asked for. */
  enabled: boolean
  /** ISO 8601, UTC. */
  createdAt: string
  updatedAt: string
  /** When its schedule runs it next; null without a schedule. */
  nextRunAt: string | null
  /** When it was last visited to the end. */
  lastRunAt: string | null
  /** The run that was last asked for. */
  lastJobId: string | null
  /** Of the sitemap or feed itself; null when the next listing has to look at all of it. */
  validators: SourceValidators | null
}

/** An item of a source as it was last taken in. */
export interface KnownSourceItem extends KnownItem {
  /**
   * What it became: a document, one of its own or, for the same content at a second address, another one's; an archive, whose
   * files are items of their own; something that hygiene holds back.
   */
  became: 'document' | 'archive' | 'quarantined'
  /** Null unless it became a document. */
  documentId: string | null
  /** The language and tags that the source gave it: others have it read again. */
  description: string
}

/** What a run notes of an item between its listing and the switch. */
export type ItemVisit =
  | {
      of: 'listing'
      /** Items that the listing vouched for. */
      vouched: number
      failed: SourceListing['failed']
      skipped: SkippedItems
      validators: SourceValidators | null
    }
  /** `listed`: null for a file of an archive. `known`: what is to be known of it; null until it is read. */
  | { of: 'item'; listed: ListedItem | null; known: KnownSourceItem | null }

/** What a run adds to a source. `isNew`: false where a run was still waiting or running, which is given then. */
export interface StartedRun {
  job: Job
  isNew: boolean
}

export interface SourceRepository {
  /** Errors: SOURCE_DEFINITION_INVALID when the name is taken. */
  create(options: {
    name: string
    definition: SourceDefinition
    enabled: boolean
    nextRunAt: Date | null
  }): Promise<SourceRecord>
  /** By name. */
  list(): Promise<SourceRecord[]>
  /** By id or name. */
  find(idOrName: string): Promise<SourceRecord | null>
  /**
   * With `unlessChangedSince`, a source that was changed after that time (its `updatedAt`) stays as it is.
   * Errors: SOURCE_UNKNOWN, SOURCE_DEFINITION_INVALID when the name is taken, SOURCE_CHANGED.
   */
  update(
    id: string,
    change: { name?: string; definition?: SourceDefinition; enabled?: boolean; nextRunAt?: Date | null },
    options?: { unlessChangedSince?: string },
  ): Promise<SourceRecord>
  /** With all that is known of its items; documents are none of its business. */
  remove(id: string): Promise<void>
  /** Those enabled whose next run is not later than `at`, the one due longest first. */
  listDue(at: Date): Promise<SourceRecord[]>
  /**
   * Queues a run, unless one of this source waits, runs or is paused: then that one is given. Of the runs before, those
   * that changed nothing go, and of the rest the oldest. Errors: SOURCE_UNKNOWN.
   * @param options.nextRunAt of the schedule; as it is unless given
   */
  startRun(options: { id: string; isFull?: boolean; nextRunAt?: Date | null }): Promise<StartedRun>
  /** By address. */
  listItems(options: { sourceId: string; offset?: number; limit?: number }): Promise<KnownSourceItem[]>
  /** How many documents that serve each source holds, by its id; a source without any is not among them. */
  countDocuments(): Promise<Map<string, number>>
  /** Addresses that an older source holds, too: that one decides over their tags. */
  listYielded(sourceId: string): Promise<string[]>
  /** The sources that know an address, or a document. */
  listHolders(options: { uri: string } | { documentId: string }): Promise<{ id: string; name: string; uri: string }[]>
  /** What a visit came to, in one transaction: after the switch to the generation that holds it, never before. */
  saveVisit(options: {
    sourceId: string
    items: readonly KnownSourceItem[]
    /** Addresses that the source holds no more. */
    gone: readonly string[]
    validators: SourceValidators | null
  }): Promise<void>
}
