import {
  type Job,
  type JobProgress,
  type JobRepository,
  type JobRequest,
  type JobStatus,
  ShuttenError,
} from '@shutten/core'
import type { Job as Row } from '../generated/prisma/client.js'
import type { PrismaClient } from '../prisma-client.js'
import type { Clock } from './clock.js'
import { createId } from './create-id.js'
import { toJson } from './json.js'

/** A job that took its worker down this often is not tried again. */
const maxAttempts = 5

const jobFailed = JSON.stringify({
  code: 'JOB_FAILED',
  message: `The worker stopped ${maxAttempts} times while it worked on this job.`,
  suggestion: 'Look into the log for what ended it (often too little memory), then ask for the job again.',
})

/** A running job is an orphan when its owner holds no live lease: workers hold one for as long as they work. */
export function createJobRepository(options: { prisma: PrismaClient; clock: Clock }): JobRepository {
  const { prisma, clock } = options

  async function move(id: string, from: JobStatus[], data: Parameters<typeof prisma.job.updateMany>[0]['data']) {
    const { count } = await prisma.job.updateMany({ where: { id, status: { in: from } }, data })
    if (count === 0 && !(await prisma.job.findUnique({ where: { id } }))) throw jobNotFound(id)
  }

  return {
    async create(request) {
      return toJob(
        await prisma.job.create({
          data: { id: createId(), request: toJson(request), status: 'queued', createdAt: clock() },
        }),
      )
    },
    async find(id) {
      const row = await prisma.job.findUnique({ where: { id } })
      return row && toJob(row)
    },
    async list({ limit = 50, statuses } = {}) {
      const rows = await prisma.job.findMany({
        where: statuses ? { status: { in: [...statuses] } } : {},
        orderBy: { sequence: 'desc' },
        take: limit,
      })
      return rows.map(toJob)
    },
    async claim({ owner }) {
      const now = clock()
      return prisma.$transaction(async (tx) => {
        await tx.$executeRaw`
          UPDATE "Job" SET "status" = 'failed', "error" = ${jobFailed}, "finishedAt" = ${now}
          WHERE "status" = 'running' AND "attempts" >= ${maxAttempts}
            AND NOT EXISTS (SELECT 1 FROM "Lease" l WHERE l."owner" = "Job"."owner" AND l."expiresAt" > ${now})`
        const claimed = await tx.$queryRaw<{ id: string }[]>`
          UPDATE "Job" SET "status" = 'running', "owner" = ${owner}, "attempts" = "attempts" + 1, "startedAt" = ${now}
          WHERE "sequence" = (
            SELECT j."sequence" FROM "Job" j
            WHERE j."status" = 'queued' OR (j."status" = 'running' AND NOT EXISTS (
              SELECT 1 FROM "Lease" l WHERE l."owner" = j."owner" AND l."expiresAt" > ${now}))
            ORDER BY j."sequence" LIMIT 1)
          RETURNING "id"`
        const [job] = claimed
        return job ? toJob(await tx.job.findUniqueOrThrow({ where: { id: job.id } })) : null
      })
    },
    reportProgress: (id, progress) => move(id, ['running'], { progress: toJson(progress) }),
    succeed: (id, result) =>
      move(id, ['running'], { status: 'succeeded', result: toJson(result), finishedAt: clock() }),
    fail: (id, error) => move(id, ['queued', 'running'], { status: 'failed', error, finishedAt: clock() }),
    cancel: (id) => move(id, ['queued', 'running'], { status: 'cancelled', finishedAt: clock() }),
  }
}

function toJob(row: Row): Job {
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
  }
}

function jobNotFound(id: string): ShuttenError {
  return new ShuttenError({
    code: 'JOB_NOT_FOUND',
    message: `There is no job ${id}.`,
    suggestion: 'Look at the list of jobs for those that are known.',
  })
}
