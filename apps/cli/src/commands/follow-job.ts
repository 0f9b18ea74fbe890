import { type ErrorCode, type Job, type JobProgress, ShuttenError } from '@shutten/core'
import type { Application } from '../composition.js'
import type { Printer } from '../output/printer.js'

const phases: Record<JobProgress['phase'], string> = {
  reading: 'reading',
  embedding: 'embedding',
  building: 'building the index',
  verifying: 'verifying',
  measuring: 'putting golden questions',
  switching: 'switching',
  done: 'done',
}

/**
 * Works the job off, or follows the worker that does; gives the job's result.
 * Errors: the job's own; JOB_FAILED, CANCELLED.
 */
export async function followJob(options: {
  application: Application
  job: Job
  printer: Printer
  signal: AbortSignal
}): Promise<NonNullable<Job['result']>> {
  let said = ''
  const runner = await options.application.createJobRunner()
  const job = await runner.runUntil({
    jobId: options.job.id,
    signal: options.signal,
    onProgress(progress) {
      const { documents, passages, questions } = progress
      const line =
        progress.phase === 'reading'
          ? `${phases.reading} ${documents.done}/${documents.total} documents`
          : progress.phase === 'measuring'
            ? `${phases.measuring} ${questions?.done ?? 0}/${questions?.total ?? 0}`
            : `${phases[progress.phase]} ${passages.done}/${passages.total} passages`
      if (line !== said) options.printer.note(line)
      said = line
    },
  })
  if (job.status === 'succeeded' && job.result) return job.result
  if (job.error)
    throw new ShuttenError({
      code: job.error.code as ErrorCode,
      message: job.error.message,
      suggestion: job.error.suggestion,
    })
  throw new ShuttenError({
    code: job.status === 'cancelled' ? 'CANCELLED' : 'JOB_FAILED',
    message: `The job ended as ${job.status}.`,
    suggestion: 'Run the command again; finished work is kept.',
  })
}
