/**
 * Server-sent events of what is followed, until that ends or the client has gone.
 *
 * @param options.follow begins to follow; its signal fires when nobody listens any more
 * @param options.format an event or comment, with the blank line that ends it
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html
 */
export function streamEvents<T>(options: {
  request: Request
  follow: (signal: AbortSignal) => AsyncIterator<T>
  format: (state: T) => string
}): Response {
  const { request, follow, format } = options
  const gone = new AbortController()
  const states = follow(AbortSignal.any([request.signal, gone.signal]))
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const next = await states.next()
        if (next.done) controller.close()
        else controller.enqueue(encoder.encode(format(next.value)))
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
