import type { Job } from '@shutten/core'

/**
 * What a running job is doing: `working`; `starved`, when it waits for a source; `stalled`, when nothing was got done for a
 * minute. Null when it does not run.
 */
export type JobActivity = 'working' | 'starved' | 'stalled' | null

/** The longest single step, a large document, takes some seconds. */
const stalledAfterMs = 60_000

export function findActivity(options: {
  job: Pick<Job, 'status' | 'progress' | 'startedAt'>
  now: number
}): JobActivity {
  const { job, now } = options
  if (job.status !== 'running') return null
  const { state, starvedUntil, movedAt } = job.progress ?? {}
  if (state === 'starved' && now < Date.parse(starvedUntil ?? '') + stalledAfterMs) return 'starved'
  const last = Date.parse(movedAt ?? job.startedAt ?? '')
  return now - last > stalledAfterMs ? 'stalled' : 'working'
}
