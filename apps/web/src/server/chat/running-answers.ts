/** An answer in the making. */
interface RunningAnswer {
  owner: string
  stop: AbortController
}

const holder = globalThis as typeof globalThis & { shuttenRunningAnswers?: Map<string, RunningAnswer> }

/**
 * The answers that this process is making, by the id of their turn. They go on when their reader's connection is lost, so
 * that they can be fetched, and end when the reader says so.
 */
export const runningAnswers = {
  begin(options: { turnId: string; owner: string }): { stop: AbortSignal; end: () => void } {
    const running = { owner: options.owner, stop: new AbortController() }
    const all = getAll()
    all.set(options.turnId, running)
    return {
      stop: running.stop.signal,
      end() {
        if (all.get(options.turnId) === running) all.delete(options.turnId)
      },
    }
  },
  has(options: { turnId: string; owner: string }): boolean {
    return getAll().get(options.turnId)?.owner === options.owner
  },
  /** Says whether there was one to stop. */
  stop(options: { turnId: string; owner: string }): boolean {
    const running = getAll().get(options.turnId)
    if (running?.owner !== options.owner) return false
    running.stop.abort()
    return true
  },
}

function getAll(): Map<string, RunningAnswer> {
  holder.shuttenRunningAnswers ??= new Map()
  return holder.shuttenRunningAnswers
}
