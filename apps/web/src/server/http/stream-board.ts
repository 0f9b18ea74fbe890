import { type BoardSource, followBoard } from './follow-board'

/**
 * The board as server-sent events: `event: board`, its data a `Board`, the present state first and again at least every 15
 * seconds. One stream for all jobs: a browser keeps few connections to one server open at a time.
 */
export function streamBoard(
  options: BoardSource & { request: Request; intervalMs?: number; silenceMs?: number },
): Response {
  const { request, ...rest } = options
  const gone = new AbortController()
  const boards = followBoard({ ...rest, signal: AbortSignal.any([request.signal, gone.signal]) })
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const next = await boards.next()
        if (next.done) controller.close()
        else controller.enqueue(encoder.encode(`event: board\ndata: ${JSON.stringify(next.value)}\n\n`))
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
