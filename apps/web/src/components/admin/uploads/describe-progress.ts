import type { JobItem } from '@shutten/core'
import type { JobView } from '@/server/http/describe-job'
import type { UploadEntry } from './upload-entry'

/** How far a file has come, from this machine into the index. */
export interface UploadProgress {
  state:
    | 'waiting'
    | 'sending'
    | 'sent'
    | 'refused'
    | 'cancelled'
    | 'queued'
    | 'paused'
    | 'reading'
    | 'embedding'
    | 'building'
    | 'done'
    | 'quarantined'
    | 'failed'
  /** `unchanged`: it was there already. */
  outcome: NonNullable<JobItem['outcome']> | null
  error: { code: string; message: string; suggestion?: string | undefined } | null
}

type Item = Pick<JobItem, 'uri' | 'action' | 'status' | 'outcome' | 'attempts' | 'error'>

/** `items` are those of the file: of an archive also those of the files in it. `job` is null until it is known. */
export function describeProgress(options: {
  entry: Pick<UploadEntry, 'state' | 'error'>
  job: Pick<JobView, 'status' | 'progress' | 'error'> | null
  items: readonly Item[]
}): UploadProgress {
  const { entry, job, items } = options
  const say = (state: UploadProgress['state'], more: Partial<UploadProgress> = {}): UploadProgress => ({
    state,
    outcome: null,
    error: null,
    ...more,
  })
  if (entry.state !== 'taken') return say(entry.state, { error: entry.error })
  if (!job || job.status === 'queued') return say('queued')
  if (job.status === 'paused') return say('paused')
  if (job.status === 'cancelled') return say('cancelled')
  const failed = items.find(({ status }) => status === 'failed')
  if (failed) return say('failed', { error: failed.error })
  if (job.status === 'failed') return say('failed', { error: job.error })
  const own = items.filter(({ action }) => action === 'read')
  if (own.some(({ outcome }) => outcome === 'quarantined')) return say('quarantined', { outcome: 'quarantined' })
  const outcome = own.find((item) => item.outcome !== null)?.outcome ?? null
  if (job.status === 'succeeded') return say('done', { outcome })
  if (own.length === 0 || own.some(({ status }) => status === 'waiting')) {
    const isBegun = own.some(({ attempts, status }) => attempts > 0 || status === 'done')
    return say(isBegun ? 'reading' : 'queued')
  }
  const phase = job.progress?.phase
  if (phase === undefined || phase === 'reading') return say('reading')
  return say(phase === 'embedding' ? 'embedding' : 'building')
}
