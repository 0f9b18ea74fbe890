import { setTimeout as sleep } from 'node:timers/promises'
import {
  type ClaimedJob,
  type Embedder,
  type Job,
  type JobItemRepository,
  type JobProgress,
  type JobRepository,
  type LeaseRepository,
  type QualityMeasurer,
  type ShuttenError,
  toShuttenError,
} from '@shutten/core'
import type { Ingestor } from '../pipeline/ingestor.js'
import { createJobJournal } from './create-job-journal.js'
import { followRunningJob } from './follow-running-job.js'
import { type HeldLease, holdLease } from './hold-lease.js'
import { listItemUris } from './list-item-uris.js'
import { performRequest } from './perform-request.js'
import { watchForOthers } from './watch-for-others.js'

/** Name of the lease that the one process holds that changes a data folder's articles. */
export const writerLease = 'writer'

// Failures of the records in a row after which a worker gives up and lets its supervisor decide.
const maxFailures = 10
/** A job that has waited so long for answers of servers gives way; twice as long the next time. */
const defaultSlowAfterMs = 30_000
/** How often a job gives way to others: each time it compares what it has anew, and must come to an end. */
const mostYields = 5

export interface JobRunner {
  /**
   * Sees a job to its end: works it off (and those before it) when no other process does, follows it otherwise, and takes
   * over when that one dies. Gives the finished job, whatever its end. A signal cancels the job.
   * Errors: JOB_NOT_FOUND, CANCELLED.
   */
  runUntil(options: { jobId: string; signal?: AbortSignal; onProgress?: (progress: JobProgress) => void }): Promise<Job>
  /** Works jobs off until the signal fires; the job at hand is left to the next worker then, which goes on with it. */
  runForever(options: { signal: AbortSignal }): Promise<void>
}

/** As long as a timer can wait: nobody works on a job for so long. */
const never = 2 ** 31 - 1

/** `owner` names the process, for people; holdings of the lease are told apart by themselves. */
export function createJobRunner(options: {
  jobs: JobRepository
  items: JobItemRepository
  leases: LeaseRepository
  ingestor: Ingestor
  owner: string
  /** Gives the embedder that a rebuild asks for, when it is not the configured one. */
  getEmbedder?: (id: string) => Promise<Embedder>
  /** Does jobs that put the golden questions; those wait for all others. */
  measurer?: QualityMeasurer
  /** Silence after which a worker counts as dead, milliseconds. */
  leaseTtlMs?: number
  pollingIntervalMs?: number
  progressIntervalMs?: number
  /** Queues what is due, asked by the one process that works jobs off, between two of them. */
  queueDue?: () => Promise<void>
  /** Between two such questions. */
  schedulingIntervalMs?: number
  /** Time that a job may wait for the answers of slow servers, in all, before it lets others go first; doubled each time. */
  slowAfterMs?: number
  /** Milliseconds since 1970, for what waits for a server and for what a job takes. */
  now?: () => number
  /** Told what hindered a worker that goes on, and how jobs failed. */
  onError?: (error: ShuttenError) => void
}): JobRunner {
  const { jobs, items, leases, ingestor, owner, getEmbedder, measurer, onError } = options
  const { leaseTtlMs = 30_000, pollingIntervalMs = 500, progressIntervalMs = 250 } = options
  const { queueDue = async () => {}, schedulingIntervalMs = 5_000, now = Date.now } = options
  const { slowAfterMs = defaultSlowAfterMs } = options
  let askedAt = -schedulingIntervalMs

  /** Jobs that wait for a server and have let others go first. Not kept: a new process asks the server a little early, no more. */
  const yielded = new Map<string, { until: number; times: number; isSlow: boolean }>()
  const isPutOff = (id: string) => (yielded.get(id)?.until ?? 0) > now()

  const hold = () => holdLease({ leases, name: writerLease, owner, ttlMs: leaseTtlMs })

  const pause = (signal?: AbortSignal) =>
    sleep(pollingIntervalMs, undefined, { ...(signal && { signal }) }).catch((error: unknown) => {
      if (!signal?.aborted) throw error
    })

  const runJob = async (work: {
    job: ClaimedJob
    lease: HeldLease
    signal?: AbortSignal
    onProgress?: (progress: JobProgress) => void
    /** Whoever waits for this job is given its failure with it. */
    isAwaited?: boolean
  }): Promise<void> => {
    const { job, lease, signal, onProgress, isAwaited = false } = work
    const follower = followRunningJob({ jobs, id: job.id, intervalMs: progressIntervalMs })
    const times = yielded.get(job.id)?.times ?? 0
    const begun = now()
    const before = job.progress?.seconds ?? 0
    const seconds = () => Math.round(before * 1_000 + now() - begun) / 1_000
    const isMeasured = job.request.kind === 'measure'
    const others = watchForOthers({
      jobs,
      id: job.id,
      isPutOff,
      now,
      // It loses nothing by giving way: what was measured is kept, question by question.
      isPatient: isMeasured,
      intervalMs: isMeasured || times < mostYields ? pollingIntervalMs : never,
      patienceMs: slowAfterMs * 2 ** times,
    })
    const ends = [follower.stopped, lease.lost, others.signal, ...(signal ? [signal] : [])]
    try {
      const result = await performRequest({
        request: job.request,
        getDocument: (position) => items.getPayload({ jobId: job.id, position }),
        listUris: (count) => listItemUris({ items, jobId: job.id, count }),
        ingestor,
        ...(getEmbedder && { getEmbedder }),
        measurer,
        run: {
          signal: AbortSignal.any(ends),
          journal: createJobJournal({ items, jobId: job.id }),
          jobId: job.id,
          isTakenUp: job.isTakenUp,
          beforeSwitch: lease.confirm,
          onProgress(reported) {
            const progress = { ...reported, seconds: seconds() }
            follower.report(progress)
            others.report(progress)
            onProgress?.(progress)
          },
        },
      })
      await follower.stop()
      // A measurement counts its stretches itself, question by question.
      await jobs.succeed(job.id, isMeasured ? result : { ...result, seconds: seconds() })
    } catch (error) {
      const { until, isSlow } = others
      await follower.stop()
      const isStopped = lease.lost.aborted || follower.stopped.aborted || signal?.aborted
      if (others.signal.aborted && !isStopped) {
        yielded.set(job.id, { until, times: times + 1, isSlow })
        await jobs.release(job.id)
        return
      }
      // A job that was stopped from outside is not at fault: it was cancelled or paused, or the next worker goes on with it.
      if (signal?.aborted && !lease.lost.aborted && !follower.stopped.aborted) await jobs.release(job.id)
      if (ends.some(({ aborted }) => aborted)) return
      const failure = toShuttenError(error)
      if (!isAwaited) onError?.(failure)
      await jobs.fail(job.id, failure.toJSON())
    } finally {
      others.stop()
    }
  }

  /** A claim writes; looking first keeps an idle worker from writing twice a second. */
  const claim = async (lease: HeldLease): Promise<ClaimedJob | null> => {
    const waiting = await jobs.list({ limit: 1, statuses: ['queued', 'running'] })
    if (waiting.length === 0) return null
    const claimExcept = (except: string[]) => jobs.claim({ owner: lease.owner, except })
    const putOff = [...yielded.keys()].filter(isPutOff)
    const starved = putOff.filter((id) => !yielded.get(id)?.isSlow)
    const claimed = await claimExcept(putOff)
    return claimed || starved.length === putOff.length ? claimed : claimExcept(starved)
  }

  /** A schedule that cannot be looked at is no reason to leave jobs undone. */
  const schedule = async () => {
    if (performance.now() - askedAt < schedulingIntervalMs) return
    askedAt = performance.now()
    await queueDue().catch((error: unknown) => onError?.(toShuttenError(error)))
  }

  const isFinished = ({ status }: Job) => status !== 'queued' && status !== 'running' && status !== 'paused'

  return {
    async runUntil({ jobId, signal, onProgress }) {
      for (;;) {
        if (signal?.aborted) {
          await jobs.cancel(jobId)
          throw toShuttenError(signal.reason)
        }
        const job = await jobs.get(jobId)
        if (isFinished(job)) return job
        const lease = await hold()
        if (lease === null) {
          if (job.progress) onProgress?.(job.progress)
          await pause(signal)
          continue
        }
        try {
          while (!signal?.aborted && !lease.lost.aborted) {
            const next = await claim(lease)
            if (!next) break
            const isOwn = next.id === jobId
            await runJob({
              job: next,
              lease,
              isAwaited: isOwn,
              ...(signal && { signal }),
              ...(isOwn && onProgress && { onProgress }),
            })
            if (isOwn) break
          }
        } finally {
          await lease.release()
        }
        if (!isFinished(await jobs.get(jobId))) await pause(signal)
      }
    },

    async runForever({ signal }) {
      let failures = 0
      while (!signal.aborted) {
        let lease: HeldLease | null = null
        try {
          lease = await hold()
          while (lease && !signal.aborted && !lease.lost.aborted) {
            await schedule()
            const job = await claim(lease)
            failures = 0
            if (job) await runJob({ job, lease, signal })
            else await pause(AbortSignal.any([signal, lease.lost]))
          }
        } catch (error) {
          failures += 1
          const failure = toShuttenError(error)
          onError?.(failure)
          if (failures >= maxFailures) throw failure
        } finally {
          await lease?.release().catch(() => {})
        }
        await pause(signal)
      }
    },
  }
}
