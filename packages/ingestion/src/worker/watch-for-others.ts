import type { JobProgress, JobRepository } from '@shutten/core'

/** A wait that is nearly over is not worth an interruption: what was compared with another generation is compared anew. */
const leastWaitMs = 5_000
/** Jobs that are looked at. */
const mostWaiting = 100

/**
 * Watches whether other jobs wait while this one is starved, or has spent long on waiting for answers: neither a server that
 * asks for patience nor a slow one must hold up what an editor brings in.
 *
 * @param options.isPutOff jobs that have given way themselves
 * @param options.patienceMs how long it may wait for answers in all, while others wait for it
 */
export function watchForOthers(options: {
  jobs: Pick<JobRepository, 'list'>
  id: string
  isPutOff: (id: string) => boolean
  intervalMs: number
  patienceMs: number
  now?: () => number
  /** It gives way whenever another job waits that is not such a one, too. */
  isPatient?: boolean
}): {
  report(progress: JobProgress): void
  /** Fires when this job is to give way. */
  readonly signal: AbortSignal
  /** Milliseconds since 1970: until when it has nothing to do, or lets others go first after a slow server. */
  readonly until: number
  /** Whether a slow server is why: it could go on at any time. */
  readonly isSlow: boolean
  stop(): void
} {
  const { jobs, id, isPutOff, intervalMs, patienceMs, now = Date.now, isPatient = false } = options
  const giveWay = new AbortController()
  let starvedUntil = 0
  /** Milliseconds that answers took, and since when the present one is waited for. */
  let fetchedMs = 0
  let fetchingSince: number | null = null
  let isBusy = false
  const isStarved = () => starvedUntil - now() >= leastWaitMs
  const measureFetching = () => fetchedMs + (fetchingSince === null ? 0 : now() - fetchingSince)
  const isSlow = () => fetchingSince !== null && measureFetching() >= patienceMs
  const look = async () => {
    if (!isPatient && !isStarved() && !isSlow()) return
    const queued = await jobs.list({ limit: mostWaiting, statuses: ['queued'] })
    const isWaiting = queued.some(
      (job) => job.id !== id && !isPutOff(job.id) && !(isPatient && job.request.kind === 'measure'),
    )
    if (isWaiting && (isPatient || starvedUntil > now() || isSlow()))
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
    report({ state, starvedUntil: waitsUntil, fetchingFrom }) {
      // Interrupted, it still tells what ends.
      if (giveWay.signal.aborted) return
      starvedUntil = state === 'starved' && waitsUntil ? Date.parse(waitsUntil) : 0
      if (fetchingFrom) fetchingSince ??= now()
      else {
        fetchedMs = measureFetching()
        fetchingSince = null
      }
    },
    signal: giveWay.signal,
    get until() {
      return starvedUntil || now() + measureFetching()
    },
    get isSlow() {
      return starvedUntil === 0
    },
    stop: () => clearInterval(timer),
  }
}
