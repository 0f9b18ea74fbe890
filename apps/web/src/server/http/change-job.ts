import type { Job, JobRepository } from '@shutten/core'
import { z } from 'zod'

export const jobActionSchema = z.enum(['pause', 'resume', 'cancel', 'retry'])
export type JobAction = z.infer<typeof jobActionSchema>

/** Does to a job what an administrator asks for, and gives it as it is then. Errors: JOB_NOT_FOUND, JOB_STATE. */
export async function changeJob(options: {
  jobs: JobRepository
  id: string
  action: JobAction
  /** Of the one item to try again. */
  position?: number | undefined
}): Promise<Job> {
  const { jobs, id, action, position } = options
  if (action === 'retry') await jobs.retry(id, position === undefined ? {} : { position })
  else await jobs[action](id)
  return jobs.get(id)
}
