import type { JobProgress, JobRepository } from '@shutten/core'

/**
 * Writes a running job's progress to the records, not more often than `intervalMs`, and watches for its being cancelled or paused.
 */
export function followRunningJob(options: { jobs: JobRepository; id: string; intervalMs: number }): {
  report(progress: JobProgress): void
  /** Fires when the job is not to be worked on any more. */
  readonly stopped: AbortSignal
  stop(): Promise<void>
} {
  const { jobs, id, intervalMs } = options
  const stopped = new AbortController()
  let waiting: JobProgress | null = null
  let last = Promise.resolve()

  const flush = async () => {
    const progress = waiting
    waiting = null
    // Progress that could not be written is late, nothing worse: the next one tells the same and more.
    if (progress) await jobs.reportProgress(id, progress).catch(() => {})
    const job = await jobs.find(id).catch(() => null)
    if (job && job.status !== 'running') stopped.abort(new DOMException(`The job was ${job.status}.`, 'AbortError'))
  }
  let isBusy = false
  const timer = setInterval(() => {
    if (isBusy) return
    isBusy = true
    last = flush().finally(() => {
      isBusy = false
    })
  }, intervalMs)
  timer.unref()

  return {
    stopped: stopped.signal,
    report(progress) {
      waiting = progress
    },
    async stop() {
      clearInterval(timer)
      await last
      await flush()
    },
  }
}
