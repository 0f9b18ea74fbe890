import type { Job, JobRequest, SourceRepository, StartedRun } from '@shutten/core'
import { Prisma } from '../generated/prisma/client.js'
import type { Records } from '../prisma-client.js'
import type { Clock } from './clock.js'
import { createId } from './create-id.js'
import { toJson } from './json.js'
import { toJob } from './to-job.js'

/** Runs of one source that are kept, beside the one at hand. */
const keptRuns = 20

/**
 * See `SourceRepository.startRun`. A source that is looked at every few minutes must not bury what happened under runs
 * in which nothing did, nor under ones that failed as the one before: of these the newest stays, and says how many there were since
 * when. Null for a source that is not there.
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
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Job"
    WHERE "request" ->> 'kind' = 'ingest-source' AND "request" ->> 'sourceId' = ${sourceId}
      AND "status" IN ('succeeded', 'failed', 'cancelled')
    ORDER BY "sequence" DESC`
  const found = await tx.job.findMany({
    where: { id: { in: rows.map(({ id }) => id) } },
    orderBy: { sequence: 'desc' },
  })
  const [newest, ...older] = found.map(toJob)
  if (!newest) return
  const dropped = new Set(older.filter((run) => describeEnd(run) === idle).map(({ id }) => id))
  const [before] = older.filter(({ id }) => !dropped.has(id))
  const end = describeEnd(newest)
  if (before && end !== null && describeEnd(before) === end) {
    dropped.add(before.id)
    await noteRepeated({ tx, newest, before })
  }
  const telling = older.filter(({ id }) => !dropped.has(id))
  for (const { id } of telling.slice(keptRuns)) dropped.add(id)
  if (dropped.size > 0) await tx.$executeRaw`DELETE FROM "Job" WHERE "id" IN (${Prisma.join([...dropped])})`
}

const idle = 'nothing happened'

/** The same for runs of which the newest tells all: they changed nothing, and failed at the same, if at anything. Null for any other. */
function describeEnd({ status, result, error }: Job): string | null {
  if (status === 'failed' && error) return JSON.stringify([error.code])
  if (status !== 'succeeded' || !result || !('added' in result)) return null
  const { added, updated, moved, deleted, quarantined, failed } = result
  if (added + updated + moved + deleted + quarantined > 0) return null
  return failed.length === 0 ? idle : JSON.stringify(failed.map(({ uri, code }) => [uri, code]))
}

async function noteRepeated({ tx, newest, before }: { tx: Records; newest: Job; before: Job }): Promise<void> {
  const { times, since } = before.repeated ?? { times: 1, since: before.finishedAt ?? before.createdAt }
  const repeated = { times: times + 1, since }
  const { result, error } = newest
  await tx.job.update({
    where: { id: newest.id },
    data: result ? { result: { ...toJson(result), repeated } } : { error: { ...error, repeated } },
  })
}
