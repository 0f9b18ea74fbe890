import {
  type ItemVisit,
  type JobItem,
  type JobItemRepository,
  type NewJobItem,
  ShuttenError,
  type TextDocument,
} from '@shutten/core'
import { withRelaxedDurability } from '../connection/relaxed-durability.js'
import { Prisma, type JobItem as Row } from '../generated/prisma/client.js'
import type { PrismaClient } from '../prisma-client.js'
import type { Clock } from './clock.js'
import { inBatches } from './in-batches.js'
import { toJson } from './json.js'

/** Rows of one INSERT: SQLite takes 32,766 values in a statement. */
const rowsPerInsert = 1_000
const itemsPerPage = 100

/** Everything of a row but what a text weighs. */
const fields = {
  position: true,
  uri: true,
  action: true,
  status: true,
  outcome: true,
  attempts: true,
  nextAttemptAt: true,
  error: true,
  staged: true,
} as const

const done = { status: 'done', error: Prisma.DbNull, nextAttemptAt: null } as const

/**
 * That an item was begun or finished is not waited for: a power cut takes it back with what was staged since, and it is done
 * again. Waiting costs more than looking at a file that has not changed.
 */
export function createJobItemRepository(options: { prisma: PrismaClient; clock: Clock }): JobItemRepository {
  const { prisma, clock } = options
  return {
    async begin({ jobId, base, items }) {
      await prisma.$transaction(async (tx) => {
        await tx.jobItem.deleteMany({ where: { jobId } })
        let position = 0
        for (const batch of inBatches(items, rowsPerInsert))
          await tx.jobItem.createMany({
            data: batch.map((item) => toRow({ jobId, position: position++, item })),
          })
        await tx.job.updateMany({ where: { id: jobId }, data: { base, begunAt: clock() } })
      })
    },
    async findBase(jobId) {
      const job = await prisma.job.findUnique({ where: { id: jobId }, select: { base: true, begunAt: true } })
      return job?.begunAt ? { base: job.base } : null
    },
    async expand({ jobId, position, items, visit }) {
      await prisma.$transaction(async (tx) => {
        const { _max } = await tx.jobItem.aggregate({ where: { jobId }, _max: { position: true } })
        let next = (_max.position ?? -1) + 1
        for (const batch of inBatches(items, rowsPerInsert))
          await tx.jobItem.createMany({
            data: batch.map((item) => toRow({ jobId, position: next++, item })),
          })
        await tx.jobItem.updateMany({ where: { jobId, position }, data: { ...done, ...toVisitColumn(visit) } })
      })
    },
    async start({ jobId, position }) {
      const data = { attempts: { increment: 1 } }
      await withRelaxedDurability(async () => prisma.jobItem.updateMany({ where: { jobId, position }, data }))
    },
    async list({ jobId, statuses, offset = 0, limit = itemsPerPage }) {
      const rows = await prisma.jobItem.findMany({
        where: { jobId, ...(statuses && { status: { in: [...statuses] } }) },
        orderBy: { position: 'asc' },
        skip: offset,
        take: limit,
        select: fields,
      })
      return rows.map(toItem)
    },
    async count(jobId) {
      const groups = await prisma.jobItem.groupBy({ by: ['status'], where: { jobId }, _count: { _all: true } })
      const of = (status: JobItem['status']) => groups.find((group) => group.status === status)?._count._all ?? 0
      return { waiting: of('waiting'), done: of('done'), failed: of('failed') }
    },
    async finish({ jobId, position, outcome, staged, visit }) {
      const data = { ...done, outcome, staged: staged ? toJson(staged) : Prisma.DbNull, ...toVisitColumn(visit) }
      await withRelaxedDurability(async () => prisma.jobItem.updateMany({ where: { jobId, position }, data }))
    },
    async listVisits({ jobId, offset = 0, limit = itemsPerPage }) {
      const rows = await prisma.jobItem.findMany({
        where: { jobId, visit: { not: Prisma.AnyNull } },
        orderBy: { position: 'asc' },
        skip: offset,
        take: limit,
        select: { position: true, visit: true },
      })
      return rows.map(({ position, visit }) => ({ position, visit: visit as unknown as ItemVisit }))
    },
    async fail({ jobId, position, error, nextAttemptAt }) {
      await prisma.jobItem.updateMany({
        where: { jobId, position },
        data: {
          status: nextAttemptAt ? 'waiting' : 'failed',
          nextAttemptAt,
          error: toJson(error),
        },
      })
    },
    async restart({ jobId, base }) {
      await prisma.$transaction([
        prisma.jobItem.updateMany({
          where: { jobId, status: 'done', action: { not: 'list' } },
          data: { status: 'waiting', outcome: null, staged: Prisma.DbNull, attempts: 0 },
        }),
        prisma.job.updateMany({ where: { id: jobId }, data: { base, begunAt: clock() } }),
      ])
    },
    async getPayload({ jobId, position }) {
      const row = await prisma.jobItem.findUnique({
        where: { jobId_position: { jobId, position } },
        select: { payload: true },
      })
      if (row?.payload) return row.payload as unknown as TextDocument
      throw new ShuttenError({
        code: 'JOB_NOT_FOUND',
        message: `Job ${jobId} carries no text at ${position} any more.`,
        suggestion: 'Give the document anew.',
      })
    },
  }
}

function toRow({ jobId, position, item }: { jobId: string; position: number; item: NewJobItem }) {
  const { uri, action, visit } = item
  return { jobId, position, uri, action, status: 'waiting', ...(visit && { visit: toJson(visit) }) }
}

/** As it is where nothing is said of it. */
function toVisitColumn(visit: ItemVisit | null | undefined) {
  return visit === undefined ? {} : { visit: visit ? toJson(visit) : Prisma.DbNull }
}

function toItem(row: Pick<Row, keyof typeof fields>): JobItem {
  return {
    ...row,
    action: row.action as JobItem['action'],
    status: row.status as JobItem['status'],
    outcome: row.outcome as JobItem['outcome'],
    nextAttemptAt: row.nextAttemptAt?.toISOString() ?? null,
    error: row.error as JobItem['error'],
    staged: row.staged as JobItem['staged'],
  }
}
