import { setTimeout as wait } from 'node:timers/promises'
import type { Job, JobRepository } from '@shutten/core'
import { isFinished } from './is-finished'

/**
 * A job's states: the present one at once, then each change, up to and with the final one. Null when `silenceMs` went
 * by without a change. The row is asked again and again, since another process works the job off.
 */
export async function* followJob(options: {
  jobs: JobRepository
  job: Job
  signal: AbortSignal
  intervalMs?: number
  silenceMs?: number
}): AsyncGenerator<Job | null> {
  const { jobs, signal, intervalMs = 300, silenceMs = 15_000 } = options
  let last = options.job
  let silence = 0
  yield last
  while (!isFinished(last.status) && !signal.aborted) {
    await wait(intervalMs, undefined, { signal }).catch(() => undefined)
    if (signal.aborted) return
    const job = await jobs.find(last.id)
    if (!job) return
    silence += intervalMs
    if (hasChanged(last, job)) yield job
    else if (silence >= silenceMs) yield null
    else continue
    silence = 0
    last = job
  }
}

function hasChanged(before: Job, after: Job): boolean {
  return before.status !== after.status || JSON.stringify(before.progress) !== JSON.stringify(after.progress)
}
