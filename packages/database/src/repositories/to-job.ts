import type { Job, JobProgress, JobRequest, JobStatus } from '@shutten/core'
import type { Job as Row } from '../generated/prisma/client.js'

export function toJob(row: Row): Job {
  const { repeated } = (row.result ?? row.error ?? {}) as Pick<Job, 'repeated'>
  return {
    id: row.id,
    request: row.request as unknown as JobRequest,
    status: row.status as JobStatus,
    progress: row.progress as unknown as JobProgress | null,
    result: row.result as unknown as Job['result'],
    error: row.error as Job['error'],
    createdAt: row.createdAt.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
    ...(repeated && { repeated }),
  }
}
