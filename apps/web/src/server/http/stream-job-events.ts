import type { Job, JobRepository } from '@shutten/core'
import { describeJob } from './describe-job'
import { followJob } from './follow-job'
import { isFinished } from './is-finished'

/** The id of the last event. A browser that comes back with it has seen everything. */
const finalEventId = 'final'

/**
 * A job as server-sent events: `event: job` with the job's view as data, the present state first, so that a late
 * client sees the truth; comments keep the connection alive; the stream ends after the final state.
 * 204 when the client has already had the final event: that stops an EventSource from coming back.
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html
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
  const gone = new AbortController()
  const signal = AbortSignal.any([request.signal, gone.signal])
  const states = followJob({ ...rest, signal })
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const next = await states.next()
        if (next.done) controller.close()
        else controller.enqueue(encoder.encode(formatEvent(next.value)))
      } catch (error) {
        controller.error(error)
      }
    },
    cancel() {
      gone.abort()
    },
  })
  return new Response(body, {
    headers: {
      'Content-Type': 'text/event-stream; charset=utf-8',
      // no-transform keeps a compressing server from holding events back.
      'Cache-Control': 'no-cache, no-transform',
      'X-Accel-Buffering': 'no',
    },
  })
}

function formatEvent(job: Job | null): string {
  if (!job) return ': still here\n\n'
  const id = isFinished(job.status) ? `id: ${finalEventId}\n` : ''
  return `event: job\n${id}data: ${JSON.stringify(describeJob(job))}\n\n`
}
