import { setTimeout as wait } from 'node:timers/promises'
import type { JobRepository, LeaseRepository } from '@shutten/core'
import { describeJob, type JobView } from './describe-job'

/** What is under way in a data folder. */
export interface Board {
  /** Those that run, and the newest of those that wait. */
  jobs: JobView[]
  /** How many there are in all. */
  open: number
  /** Whether a process is there that works jobs off. */
  hasWorker: boolean
}

export interface BoardSource {
  jobs: Pick<JobRepository, 'list' | 'count'>
  leases: Pick<LeaseRepository, 'findHolder'>
}

/** Name of the lease that whoever works jobs off holds, also while there are none. */
const writerLease = 'writer'
/** What runs, and the newest of what waits. */
const shownRunning = 5
const shownWaiting = 15

export async function readBoard({ jobs, leases }: BoardSource): Promise<Board> {
  const [running, waiting, open, holder] = await Promise.all([
    jobs.list({ limit: shownRunning, statuses: ['running'] }),
    jobs.list({ limit: shownWaiting, statuses: ['queued', 'paused'] }),
    jobs.count({ statuses: ['queued', 'running', 'paused'] }),
    leases.findHolder(writerLease),
  ])
  return { jobs: [...running, ...waiting].map(describeJob), open, hasWorker: holder !== null }
}

/**
 * The board at once, then whenever it has changed, and at least every `silenceMs`: who hears nothing for longer has lost
 * the connection. Ends with the signal only.
 */
export async function* followBoard(
  options: BoardSource & { signal: AbortSignal; intervalMs?: number; silenceMs?: number },
): AsyncGenerator<Board> {
  const { signal, intervalMs = 500, silenceMs = 15_000, ...source } = options
  let told = ''
  let silence = 0
  while (!signal.aborted) {
    const board = await readBoard(source)
    const text = JSON.stringify(board)
    if (text !== told || silence >= silenceMs) {
      told = text
      silence = 0
      yield board
    }
    await wait(intervalMs, undefined, { signal }).catch(() => undefined)
    silence += intervalMs
  }
}
