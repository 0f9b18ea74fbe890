import { setTimeout as delay } from 'node:timers/promises'
import { type IngestReport, type JobRepository, type NewJob, ShuttenError } from '@shutten/core'
import type { Hold } from './create-hold.js'
import { readProcessUsage } from './process-usage.js'

const interval = 100

export interface JobMeasurement {
  report: IngestReport
  /** From the moment the worker takes it to its end, without what it is held still. */
  seconds: number
  /** Of the worker, all threads; null where the system does not tell. */
  processorSeconds: number | null
  /** Most resident memory that was seen, bytes. */
  peak: number
  /** Bytes a passage by which resident memory grows while passages are embedded (least squares); null with too few samples. */
  growth: number | null
}

/** Has the worker do a job, and watches it. Errors: the job's. */
export async function measureJob(options: {
  jobs: JobRepository
  pid: number
  /** The time that the worker is held still is none of the job's. */
  hold: Hold
  request: NewJob
}): Promise<JobMeasurement> {
  const { jobs, pid, hold, request } = options
  const before = readProcessUsage(pid)
  const { id } = await jobs.create(request)
  const samples: { done: number; resident: number }[] = []
  let peak = 0
  for (;;) {
    const usage = readProcessUsage(pid)
    const job = await jobs.find(id)
    peak = Math.max(peak, usage?.resident ?? 0)
    if (usage && job?.progress?.phase === 'embedding')
      samples.push({ done: job.progress.passages.done, resident: usage.resident })
    if (!job || !usage)
      throw new ShuttenError({
        code: 'JOB_FAILED',
        message: 'The worker, or its job, is gone.',
        suggestion: 'See what the worker wrote above.',
      })
    if (job.status === 'queued' || job.status === 'running') {
      await delay(interval)
      continue
    }
    if (job.status !== 'succeeded' || !job.result || !('added' in job.result) || !job.startedAt || !job.finishedAt)
      throw new ShuttenError({
        code: 'JOB_FAILED',
        message: `The job ended as ${job.status}: ${job.error?.message}`,
        suggestion: job.error?.suggestion ?? 'Look at the job.',
      })
    const processor =
      before?.processorSeconds == null || usage.processorSeconds === null
        ? null
        : usage.processorSeconds - before.processorSeconds
    const [started, finished] = [Date.parse(job.startedAt), Date.parse(job.finishedAt)]
    return {
      report: job.result,
      seconds: (finished - started - hold.measure(started, finished)) / 1_000,
      processorSeconds: processor,
      peak,
      growth: fitSlope(samples),
    }
  }
}

/** Least squares over the second half: by then buffers and caches have filled. */
function fitSlope(all: readonly { done: number; resident: number }[]): number | null {
  const last = all.at(-1)?.done ?? 0
  const samples = all.filter(({ done }) => done > last / 2)
  const mean = (read: (one: (typeof samples)[number]) => number) =>
    samples.reduce((sum, one) => sum + read(one), 0) / samples.length
  const [x, y] = [mean(({ done }) => done), mean(({ resident }) => resident)]
  const spread = samples.reduce((sum, { done }) => sum + (done - x) ** 2, 0)
  if (samples.length < 10 || spread === 0) return null
  return samples.reduce((sum, { done, resident }) => sum + (done - x) * (resident - y), 0) / spread
}
