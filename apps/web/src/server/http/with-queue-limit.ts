import { type JobRepository, ShuttenError } from '@shutten/core'

/** As many jobs as may wait: each builds a whole generation, and what waits behind so many waits for hours. */
const mostOpenJobs = 200

/** Jobs that take no more than so many that are not finished. `create` Errors: QUEUE_FULL. */
export function withQueueLimit(jobs: JobRepository, most = mostOpenJobs): JobRepository {
  return {
    ...jobs,
    async create(request) {
      const open = await jobs.count({ statuses: ['queued', 'running', 'paused'] })
      if (open < most) return jobs.create(request)
      throw new ShuttenError({
        code: 'QUEUE_FULL',
        message: `${open} jobs are waiting or under way: no more are taken.`,
        suggestion: 'Wait until some are done, or cancel what is not needed; then ask again.',
      })
    },
  }
}
