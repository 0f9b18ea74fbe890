import { type ItemFailure, ShuttenError, toShuttenError } from '@shutten/core'
import { type IngestJournal, type JournalItem, type NewJournalItem, toWaitingItem } from './ingest-journal.js'

/** The items of one run, in memory and in its journal. */
export interface Worklist {
  readonly items: readonly JournalItem[]
  /** By outcome, all runs together. */
  count(outcome: NonNullable<JournalItem['outcome']>): number
  listFailures(): ItemFailure[]
  expand(options: { item: JournalItem; items: readonly NewJournalItem[] } & Pick<JournalItem, 'visit'>): Promise<void>
  /** `visit` stays as it is unless given. */
  finish(options: { item: JournalItem } & Pick<JournalItem, 'outcome' | 'staged' | 'visit'>): Promise<void>
  /**
   * Does `perform` for each waiting item of an action, those that may be tried at once first, then each when its time has
   * come. What an item fails with is written down and hinders no other; `perform` gives false to leave an item for later.
   * An error that `isOfItem` does not know ends the run.
   */
  work(options: {
    action: JournalItem['action']
    perform: (item: JournalItem) => Promise<boolean>
    signal?: AbortSignal
  }): Promise<void>
}

export interface RetryPolicy {
  /** Of one item, crashes of the worker included. */
  maxAttempts: number
  /** Milliseconds before the next attempt, after so many. */
  waitMs: (attempts: number) => number
  /** How long a run waits in all; what would take longer is left to another one. */
  maxPatienceMs?: number
  now: () => number
  /** Rejects when the signal fires. */
  sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>
}

/**
 * Goes on with the items of the journal where they were compared with what serves now; has them done again where another
 * generation serves; begins with `first` where there are none.
 */
export async function createWorklist(options: {
  journal: IngestJournal
  base: string | null
  first: readonly NewJournalItem[]
  /** The items are there, for they came with the job: they are never begun anew. */
  areGiven?: boolean
  /** Where another generation serves, they are listed again: what was gone may be back, and the other way round. */
  areRelisted?: boolean
  retry: RetryPolicy
  /** An item is done, or has failed for good. */
  onDone: (item: JournalItem) => void
  onStarved: (until: Date | null) => void
}): Promise<Worklist> {
  const { journal, base, first, areGiven = false, areRelisted = false, retry, onDone, onStarved } = options
  const found = await journal.find()
  let items: JournalItem[]
  if (!found || (areRelisted && found.base !== base)) {
    if (areGiven) await journal.restart({ base })
    else await journal.begin({ base, items: first })
    items = first.map(toWaitingItem)
  } else if (found.base === base) items = found.items
  else {
    await journal.restart({ base })
    items = found.items.map((item) =>
      item.status === 'done' && item.action !== 'list' ? toWaitingItem(item, item.position) : item,
    )
  }

  let patienceLeft = retry.maxPatienceMs ?? defaultPatienceMs
  const fail = async (item: JournalItem, failure: ShuttenError) => {
    const now = retry.now()
    const { retryAt = now, isPutOff = false } = failure as { retryAt?: number; isPutOff?: boolean }
    // What was not asked has not failed: it waits with the one that its server answered.
    if (isPutOff) item.attempts -= 1
    const waitMs = Math.max(isPutOff ? 0 : retry.waitMs(item.attempts), retryAt - now)
    const isOver = !isPassing(failure.code) || item.attempts >= retry.maxAttempts || waitMs > patienceLeft
    const error = { code: failure.code, message: failure.message, suggestion: failure.suggestion }
    const nextAttemptAt = isOver ? null : new Date(now + waitMs)
    await journal.fail({ position: item.position, error, nextAttemptAt })
    Object.assign(item, { error, nextAttemptAt, status: isOver ? 'failed' : 'waiting' })
    if (isOver) onDone(item)
  }

  const attempt = async (item: JournalItem, perform: (item: JournalItem) => Promise<boolean>, signal?: AbortSignal) => {
    signal?.throwIfAborted()
    if (item.attempts >= retry.maxAttempts) return fail(item, createCrashError(item))
    await journal.start({ position: item.position })
    item.attempts += 1
    try {
      if (!(await perform(item))) item.attempts -= 1
    } catch (error) {
      signal?.throwIfAborted()
      if (!isOfItem(error)) throw error
      await fail(item, toShuttenError(error))
    }
  }

  return {
    items,
    count: (outcome) => items.filter((item) => item.outcome === outcome).length,
    listFailures: () =>
      items.flatMap(({ uri, status, error }) => (status === 'failed' && error ? [{ uri, ...error }] : [])),
    async expand({ item, items: listed, visit = item.visit }) {
      await journal.expand({ position: item.position, items: listed, ...(visit !== undefined && { visit }) })
      Object.assign(item, { status: 'done', error: null, nextAttemptAt: null, visit })
      for (const one of listed) items.push(toWaitingItem(one, items.length))
    },
    async finish({ item, outcome, staged, visit = item.visit }) {
      await journal.finish({ position: item.position, outcome, staged, ...(visit !== undefined && { visit }) })
      Object.assign(item, { status: 'done', outcome, staged, visit, error: null, nextAttemptAt: null })
      onDone(item)
    },
    async work({ action, perform, signal }) {
      const later: JournalItem[] = []
      const tryOne = (item: JournalItem) => attempt(item, perform, signal)
      // Listing adds items behind those that are there.
      let at = 0
      const passOn = async () => {
        for (; at < items.length; at++) {
          const item = items[at] as JournalItem
          if (item.action !== action || item.status !== 'waiting') continue
          if (!isAhead(item, retry.now())) await tryOne(item)
          if (item.status === 'waiting' && item.nextAttemptAt) later.push(item)
        }
      }
      await passOn()
      for (;;) {
        const [next] = later.sort((a, b) => toTime(a) - toTime(b))
        if (!next) return
        later.shift()
        if (isAhead(next, retry.now())) {
          onStarved(next.nextAttemptAt)
          const waitMs = toTime(next) - retry.now()
          await retry.sleep(waitMs, signal)
          patienceLeft -= waitMs
          onStarved(null)
        }
        await tryOne(next)
        if (next.status === 'waiting' && next.nextAttemptAt) later.push(next)
        await passOn()
      }
    },
  }
}

const toTime = ({ nextAttemptAt }: JournalItem) => nextAttemptAt?.getTime() ?? 0
const isAhead = (item: JournalItem, now: number) => toTime(item) > now

const defaultPatienceMs = 10 * 60_000

/** What may be gone the next time. */
const isPassing = (code: string) => code === 'SOURCE_FETCH_FAILED' || code === 'SOURCE_RATE_LIMITED'

/** A failure of one source is told with it; one of the records or the machine ends the run. */
function isOfItem(error: unknown): boolean {
  const code = (error as { code?: unknown }).code
  return (
    typeof code === 'string' &&
    (code.startsWith('SOURCE_') || code === 'INPUT_INVALID' || code === 'FOLDER_NOTHING_READABLE')
  )
}

function createCrashError({ uri, attempts }: JournalItem): ShuttenError {
  return new ShuttenError({
    code: 'SOURCE_UNREADABLE',
    message: `The worker ended ${attempts} times while it read ${uri}.`,
    suggestion: 'The file may need more memory than there is: split it, or take it out, and try the item again.',
  })
}
