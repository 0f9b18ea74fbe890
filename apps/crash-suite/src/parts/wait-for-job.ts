import { setTimeout as delay } from 'node:timers/promises'
import type { Job } from '@shutten/core'
import type { Records } from '../composition.js'
import type { Watched } from '../processes/start-process.js'

/** A job of seconds takes minutes where much else is at work. */
const patience = 600_000
const interval = 50

/** Waits until a job has ended, or the worker has. Gives the job as it stands then; null when neither came in time. */
export async function waitForJob(options: { records: Records; id: string; worker: Watched }): Promise<Job | null> {
  const { records, id, worker } = options
  const deadline = performance.now() + patience
  while (performance.now() < deadline) {
    const isOver = worker.hasEnded
    const job = await records.jobs.find(id)
    if (!job) return null
    if (isOver || !['queued', 'running'].includes(job.status)) return job
    await delay(interval)
  }
  return null
}
