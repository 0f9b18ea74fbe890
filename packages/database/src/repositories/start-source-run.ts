import type { JobRequest, SourceRepository, StartedRun } from '@shutten/core'
import { Prisma } from '../generated/prisma/client.js'
import type { Records } from '../prisma-client.js'
import type { Clock } from './clock.js'
import { createId } from './create-id.js'
import { toJob } from './to-job.js'

/** Runs of one source that are kept, beside the one at hand. */
const keptRuns = 20

/**
 * See `SourceRepository.startRun`. A source that is looked at every few minutes must not bury what happened under runs
 * in which nothing did. Null for a source that is not there.
 */
export async function startSourceRun(
  options: { tx: Records; clock: Clock } & Parameters<SourceRepository['startRun']>[0],
): Promise<StartedRun | null> {
  const { tx, clock, id, isFull = false, nextRunAt } = options
  const source = await tx.source.findUnique({ where: { id }, select: { name: true, lastJobId: true } })
  if (!source) return null
  const schedule = nextRunAt === undefined ? {} : { nextRunAt }
  const last = source.lastJobId ? await tx.job.findUnique({ where: { id: source.lastJobId } }) : null
  if (last && ['queued', 'running', 'paused'].includes(last.status)) {
    if (nextRunAt !== undefined) await tx.source.update({ where: { id }, data: schedule })
    return { job: toJob(last), isNew: false }
  }
  const request: JobRequest = { kind: 'ingest-source', sourceId: id, name: source.name, ...(isFull && { isFull }) }
  const job = await tx.job.create({
    data: { id: createId(), request: { ...request }, status: 'queued', createdAt: clock() },
  })
  await tx.source.update({ where: { id }, data: { lastJobId: job.id, ...schedule } })
  await dropRuns(tx, id)
  return { job: toJob(job), isNew: true }
}

async function dropRuns(tx: Records, sourceId: string): Promise<void> {
  const runs = await tx.$queryRaw<{ id: string; isIdle: number }[]>`
    SELECT "id", "status" = 'succeeded' AND json_array_length("result", '$.failed') = 0
      AND ("result" ->> 'added') + ("result" ->> 'updated') + ("result" ->> 'moved') + ("result" ->> 'deleted')
        + ("result" ->> 'quarantined') = 0 AS "isIdle"
    FROM "Job"
    WHERE "request" ->> 'kind' = 'ingest-source' AND "request" ->> 'sourceId' = ${sourceId}
      AND "status" IN ('succeeded', 'failed', 'cancelled')
    ORDER BY "sequence" DESC`
  const [newest, ...older] = runs
  if (!newest) return
  const idle = older.filter(({ isIdle }) => Boolean(isIdle))
  const telling = older.filter(({ isIdle }) => !isIdle)
  const dropped = [...idle, ...telling.slice(keptRuns)].map(({ id }) => id)
  if (dropped.length > 0) await tx.$executeRaw`DELETE FROM "Job" WHERE "id" IN (${Prisma.join(dropped)})`
}
