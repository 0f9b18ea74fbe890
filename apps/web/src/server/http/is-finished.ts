import type { JobStatus } from '@shutten/core'

/** Whether a job with this status changes no more. */
export function isFinished(status: JobStatus): boolean {
  return status === 'succeeded' || status === 'failed' || status === 'cancelled'
}
