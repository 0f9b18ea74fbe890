import {
  type JobRepository,
  type JobRequest,
  type JobStatus,
  type NewJob,
  ShuttenError,
  type TextDocument,
} from '@shutten/core'
import { Prisma } from '../generated/prisma/client.js'
import type { PrismaClient, Records } from '../prisma-client.js'
import type { Clock } from './clock.js'
import { createId } from './create-id.js'
import { inBatches } from './in-batches.js'
import { toJson } from './json.js'
import { toJob } from './to-job.js'

/** Finished jobs whose items can be looked at; of those before them only the report stays. */
const jobsWithItems = 50
const finished: JobStatus[] = ['succeeded', 'failed', 'cancelled']
/** Items of one INSERT, which may carry texts. */
const itemsPerInsert = 100

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

  async function move(
    id: string,
    from: JobStatus[],
    data: Parameters<typeof prisma.job.updateMany>[0]['data'],
    tx: Records = prisma,
  ) {
    const { count } = await tx.job.updateMany({ where: { id, status: { in: from } }, data })
    if (count === 0 && !(await tx.job.findUnique({ where: { id } }))) throw jobNotFound(id)
    return count > 0
  }
  /** As `move`; a job that is in none of the states is an error. */
  async function moveOnly(id: string, from: JobStatus[], data: Parameters<typeof move>[2], to: string) {
    if (await move(id, from, data)) return
    const { status } = await prisma.job.findUniqueOrThrow({ where: { id }, select: { status: true } })
    throw new ShuttenError({
      code: 'JOB_STATE',
      message: `The job ${id} is ${status}; it cannot be ${to}.`,
      suggestion: `Only a job that is ${from.join(' or ')} can be.`,
    })
  }

  return {
    async create(request) {
      const id = createId()
      const data = { id, request: toJson(toStored(request)), status: 'queued', createdAt: clock() }
      if (request.kind !== 'ingest-texts' && request.kind !== 'change-documents')
        return toJob(await prisma.job.create({ data }))
      const action = request.kind === 'change-documents' && request.change.action === 'delete' ? 'remove' : 'read'
      return prisma.$transaction(async (tx) => {
        const job = await tx.job.create({ data })
        let position = 0
        for (const batch of inBatches(toPayloads(request), itemsPerInsert))
          await tx.jobItem.createMany({
            data: batch.map((document) => ({
              jobId: id,
              position: position++,
              uri: document.uri,
              action,
              status: 'waiting',
              payload: toJson(document),
            })),
          })
        return toJob(job)
      })
    },
    async find(id) {
      const row = await prisma.job.findUnique({ where: { id } })
      return row && toJob(row)
    },
    async get(id) {
      const row = await prisma.job.findUnique({ where: { id } })
      if (row) return toJob(row)
      throw jobNotFound(id)
    },
    async list({ offset = 0, limit = 50, statuses } = {}) {
      const rows = await prisma.job.findMany({
        where: statuses ? { status: { in: [...statuses] } } : {},
        orderBy: { sequence: 'desc' },
        skip: offset,
        take: limit,
      })
      return rows.map(toJob)
    },
    async count({ statuses, since } = {}) {
      return prisma.job.count({
        where: { ...(statuses && { status: { in: [...statuses] } }), ...(since && { createdAt: { gte: since } }) },
      })
    },
    async claim({ owner, except = [] }) {
      const now = clock()
      return prisma.$transaction(async (tx) => {
        const given = await tx.$executeRaw`
          UPDATE "Job" SET "status" = 'failed', "error" = ${jobFailed}, "finishedAt" = ${now}
          WHERE "status" = 'running' AND "attempts" >= ${maxAttempts}
            AND NOT EXISTS (SELECT 1 FROM "Lease" l WHERE l."owner" = "Job"."owner" AND l."expiresAt" > ${now})`
        if (given > 0)
          await tx.$executeRaw`
            DELETE FROM "QualityRun" WHERE "finishedAt" IS NULL
              AND "jobId" IN (SELECT "id" FROM "Job" WHERE "status" = 'failed')`
        const claimed = await tx.$queryRaw<{ id: string }[]>`
          UPDATE "Job" SET "status" = 'running', "owner" = ${owner}, "attempts" = "attempts" + 1, "startedAt" = ${now}
          WHERE "sequence" = (
            SELECT j."sequence" FROM "Job" j
            WHERE j."id" NOT IN (SELECT value FROM json_each(${JSON.stringify(except)}))
              AND (j."status" = 'queued' OR (j."status" = 'running' AND NOT EXISTS (
                SELECT 1 FROM "Lease" l WHERE l."owner" = j."owner" AND l."expiresAt" > ${now})))
            ORDER BY CASE
              WHEN j."status" <> 'queued' OR j."request" ->> 'kind' = 'rollback' THEN 0
              WHEN j."request" ->> 'kind' = 'measure' THEN 2 ELSE 1 END, j."sequence" LIMIT 1)
          RETURNING "id"`
        const [job] = claimed
        if (!job) return null
        const row = await tx.job.findUniqueOrThrow({ where: { id: job.id } })
        return { ...toJob(row), isTakenUp: row.attempts > 1 }
      })
    },
    async reportProgress(id, progress) {
      await move(id, ['running'], { progress: toJson(progress) })
    },
    async succeed(id, result) {
      // What is left of it is compared with what it has brought about.
      const ended = { status: 'succeeded', result: toJson(result), finishedAt: clock(), base: result.generation }
      const isEnded = await prisma.$transaction(async (tx) => {
        if (!(await move(id, ['running'], ended, tx))) return false
        await tx.jobItem.updateMany({
          where: { jobId: id, status: 'done' },
          data: { payload: Prisma.DbNull, visit: Prisma.DbNull },
        })
        return true
      })
      if (isEnded) await dropOldItems()
    },
    async fail(id, error) {
      await prisma.$transaction(async (tx) => {
        if (!(await move(id, ['queued', 'running'], { status: 'failed', error, finishedAt: clock() }, tx))) return
        await tx.qualityRun.deleteMany({ where: { jobId: id, finishedAt: null } })
      })
    },
    async cancel(id) {
      await prisma.$transaction(async (tx) => {
        if (!(await move(id, ['queued', 'running', 'paused'], { status: 'cancelled', finishedAt: clock() }, tx))) return
        await tx.jobItem.updateMany({ where: { jobId: id }, data: { payload: Prisma.DbNull, visit: Prisma.DbNull } })
        await tx.qualityRun.deleteMany({ where: { jobId: id, finishedAt: null } })
      })
    },
    async release(id) {
      await move(id, ['running'], { status: 'queued', owner: null, attempts: { decrement: 1 } })
    },
    pause: (id) => moveOnly(id, ['queued', 'running'], { status: 'paused' }, 'paused'),
    resume: (id) => moveOnly(id, ['paused'], { status: 'queued', owner: null, attempts: 0 }, 'resumed'),
    async retry(id, { position } = {}) {
      const left: Prisma.JobItemWhereInput = {
        jobId: id,
        ...(position === undefined ? { status: { in: ['waiting', 'failed'] } } : { status: 'failed', position }),
      }
      const job = await prisma.job.findUnique({ where: { id }, select: { status: true } })
      const isCut = job?.status === 'failed' && position === undefined
      if (job && !isCut && (await prisma.jobItem.count({ where: left })) === 0)
        throw new ShuttenError({
          code: 'JOB_STATE',
          message: `Nothing of job ${id} is left to be done.`,
          suggestion: 'Ask for a new job instead.',
        })
      const again = { status: 'queued', owner: null, attempts: 0, error: Prisma.DbNull, finishedAt: null } as const
      await moveOnly(id, ['succeeded', 'failed'], again, 'tried again')
      await prisma.jobItem.updateMany({
        where: { ...left, status: 'failed' },
        data: { status: 'waiting', attempts: 0, nextAttemptAt: null },
      })
    },
  }

  async function dropOldItems(): Promise<void> {
    await prisma.$executeRaw`
      DELETE FROM "JobItem" WHERE "jobId" IN (
        SELECT "id" FROM "Job" WHERE "status" IN (${Prisma.join(finished)})
        ORDER BY "sequence" DESC LIMIT -1 OFFSET ${jobsWithItems})
        AND "jobId" NOT IN (SELECT "jobId" FROM "Candidate")`
  }
}

/** What stays in the job's row, which is read wherever jobs are listed. */
function toStored(request: NewJob): JobRequest {
  if (request.kind === 'ingest-texts')
    return { kind: request.kind, documents: request.documents.map(({ uri, title }) => ({ uri, title })) }
  if (request.kind !== 'change-documents') return request
  const { kind, change, documents } = request
  return { kind, change, count: documents.length }
}

/** What the items of a job carry: a text, or the id of a document alone. */
function toPayloads(request: Extract<NewJob, { kind: 'ingest-texts' | 'change-documents' }>): TextDocument[] {
  if (request.kind === 'ingest-texts') return request.documents
  return request.documents.map(({ id, uri }) => ({ id, uri, title: '', text: '' }))
}

function jobNotFound(id: string): ShuttenError {
  return new ShuttenError({
    code: 'JOB_NOT_FOUND',
    message: `There is no job ${id.slice(0, 100)}.`,
    suggestion: 'Look at the list of jobs for those that are known.',
  })
}
