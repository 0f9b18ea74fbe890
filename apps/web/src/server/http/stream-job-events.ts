import type { Job, JobRepository } from '@shutten/core'
import { describeJob } from './describe-job'
import { followJob } from './follow-job'
import { isFinished } from './is-finished'
import { streamEvents } from './stream-events'

/** The id of the last event. A browser that comes back with it has seen everything. */
const finalEventId = 'final'

/**
 * A job as server-sent events: `event: job` with the job's view as data, the present state first, so that a late
 * client sees the truth; comments keep the connection alive; the stream ends after the final state.
 * 204 when the client has already had the final event: that stops an EventSource from coming back.
 */
export function streamJobEvents(options: {
  request: Request
  jobs: JobRepository
  job: Job
  intervalMs?: number
  silenceMs?: number
}): Response {
  const { request, ...rest } = options
  if (isFinished(options.job.status) && request.headers.get('last-event-id') === finalEventId)
    return new Response(null, { status: 204 })
  return streamEvents({ request, follow: (signal) => followJob({ ...rest, signal }), format: formatEvent })
}

function formatEvent(job: Job | null): string {
  if (!job) return ': still here\n\n'
  const id = isFinished(job.status) ? `id: ${finalEventId}\n` : ''
  return `event: job\n${id}data: ${JSON.stringify(describeJob(job))}\n\n`
}
