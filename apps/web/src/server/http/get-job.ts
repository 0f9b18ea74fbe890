import { type Job, type JobRepository, ShuttenError } from '@shutten/core'

/** Errors: JOB_NOT_FOUND. */
export async function getJob(options: { jobs: JobRepository; id: string }): Promise<Job> {
  const job = await options.jobs.find(options.id)
  if (job) return job
  throw new ShuttenError({
    code: 'JOB_NOT_FOUND',
    message: `There is no job ${options.id.slice(0, 100)}.`,
    suggestion: 'Look at the list of jobs for those that are known.',
  })
}
