import { type BoardSource, followBoard } from './follow-board'
import { streamEvents } from './stream-events'

/**
 * The board as server-sent events: `event: board`, its data a `Board`, the present state first and again at least every 15
 * seconds. One stream for all jobs: a browser keeps few connections to one server open at a time.
 */
export function streamBoard(
  options: BoardSource & { request: Request; intervalMs?: number; silenceMs?: number },
): Response {
  const { request, ...rest } = options
  return streamEvents({
    request,
    follow: (signal) => followBoard({ ...rest, signal }),
    format: (board) => `event: board\ndata: ${JSON.stringify(board)}\n\n`,
  })
}
