import type { ItemVisit, JobItem } from '@shutten/core'

export type JournalItem = Omit<JobItem, 'nextAttemptAt'> & {
  nextAttemptAt: Date | null
  /** Of a run of a source. */
  visit?: ItemVisit | null
}
export type NewJournalItem = Pick<JournalItem, 'uri' | 'action' | 'visit'>

/** What a run has to do, and what of it is done: kept where a crash does not take it away. */
export interface IngestJournal {
  /** What an earlier run left, and the generation that it was compared with. */
  find(): Promise<{ base: string | null; items: JournalItem[] } | null>
  /** Takes the place of what was there. */
  begin(options: { base: string | null; items: readonly NewJournalItem[] }): Promise<void>
  /** What was done is to be done again, for another generation serves; texts that came along are begun so, too. */
  restart(options: { base: string | null }): Promise<void>
  /** The item at `position` has listed what follows all others. */
  expand(options: { position: number; items: readonly NewJournalItem[]; visit?: ItemVisit | null }): Promise<void>
  start(options: { position: number }): Promise<void>
  finish(options: Pick<JournalItem, 'position' | 'outcome' | 'staged' | 'visit'>): Promise<void>
  /** With `nextAttemptAt` it is tried again then; without, it has failed. */
  fail(options: {
    position: number
    error: NonNullable<JournalItem['error']>
    nextAttemptAt: Date | null
  }): Promise<void>
}

/** A journal that nobody reads, for runs that nobody takes up again. */
export function createMemoryJournal(): IngestJournal {
  const forget = async () => {}
  return {
    find: async () => null,
    begin: forget,
    restart: forget,
    expand: forget,
    start: forget,
    finish: forget,
    fail: forget,
  }
}

/** An item that nothing was done for yet. */
export function toWaitingItem(item: NewJournalItem, position: number): JournalItem {
  return {
    ...item,
    position,
    status: 'waiting',
    outcome: null,
    attempts: 0,
    nextAttemptAt: null,
    error: null,
    staged: null,
  }
}
