import type { JobProgress, JobRepository } from '@shutten/core'

/** A wait that is nearly over is not worth an interruption: what was compared with another generation is compared anew. */
const leastWaitMs = 5_000
/** Jobs that are looked at. */
const mostWaiting = 100

/**
 * Watches whether other jobs wait while this one is starved: a server that asks for patience must not hold up what an editor
 * brings in.
 *
 * @param options.isPutOff jobs that have given way themselves
 */
export function watchForOthers(options: {
  jobs: Pick<JobRepository, 'list'>
  id: string
  isPutOff: (id: string) => boolean
  intervalMs: number
  now?: () => number
  /** It gives way whenever another job waits that is not such a one, too. */
  isPatient?: boolean
}): {
  report(progress: JobProgress): void
  /** Fires when this job is to give way. */
  readonly signal: AbortSignal
  /** Milliseconds since 1970: until when it has nothing to do. */
  readonly until: number
  stop(): void
} {
  const { jobs, id, isPutOff, intervalMs, now = Date.now, isPatient = false } = options
  const giveWay = new AbortController()
  let until = 0
  let isBusy = false
  const look = async () => {
    if (!isPatient && until - now() < leastWaitMs) return
    const queued = await jobs.list({ limit: mostWaiting, statuses: ['queued'] })
    const isWaiting = queued.some(
      (job) => job.id !== id && !isPutOff(job.id) && !(isPatient && job.request.kind === 'measure'),
    )
    if (isWaiting && (isPatient || until > now()))
      giveWay.abort(new DOMException('Another job goes first.', 'AbortError'))
  }
  const timer = setInterval(() => {
    if (isBusy) return
    isBusy = true
    // Records that cannot be read now are asked again the next time.
    void look()
      .catch(() => {})
      .finally(() => {
        isBusy = false
      })
  }, intervalMs)
  timer.unref()
  return {
    report({ state, starvedUntil }) {
      until = state === 'starved' && starvedUntil ? Date.parse(starvedUntil) : 0
    },
    signal: giveWay.signal,
    get until() {
      return until
    },
    stop: () => clearInterval(timer),
  }
}
