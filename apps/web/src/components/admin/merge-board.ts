import type { JobView } from '@/server/http/describe-job'
import type { Board } from '@/server/http/follow-board'
import { isFinished } from '@/server/http/is-finished'

/** Jobs on the board at most: what waits beyond them is counted. */
const mostShown = 20

/**
 * The board with the present state of what is under way. A finished job stays until it is dismissed where somebody waits
 * for it (`awaited`), and where it failed; one that came and went by itself leaves no trace. `missing` are those that were
 * under way and are told no more: how they ended has to be asked.
 */
export function mergeBoard(options: {
  shown: readonly JobView[]
  board: Pick<Board, 'jobs'>
  awaited: ReadonlySet<string>
}): { jobs: JobView[]; missing: string[] } {
  const { shown, board, awaited } = options
  const told = new Map(board.jobs.map((job) => [job.id, job]))
  const known = new Set(shown.map(({ id }) => id))
  const jobs = [
    ...board.jobs.filter(({ id }) => !known.has(id)),
    ...shown.map((job) => told.get(job.id) ?? job),
  ].filter((job) => !isFinished(job.status) || awaited.has(job.id) || job.status === 'failed')
  const missing = jobs.filter(({ id, status }) => !told.has(id) && !isFinished(status)).map(({ id }) => id)
  return { jobs: jobs.slice(0, mostShown), missing }
}
