import { type Candidate, type CandidateRepository, ShuttenError } from '@shutten/core'
import { Prisma } from '../generated/prisma/client.js'
import type { PrismaClient, Records } from '../prisma-client.js'
import type { Clock } from './clock.js'
import { holdVersions } from './hold-versions.js'
import { toJson } from './json.js'

interface Row {
  generationId: string
  key: string
  base: string | null
  jobId: string
  held: string | Candidate['held']
  acceptedBy: string | null
  createdAt: string | Date
  documents: number | bigint
  passages: number | bigint
}

/** Built on what serves, and held back, accepted, or of a job that goes on. */
const isWanted = Prisma.sql`
  c."base" IS (SELECT "generationId" FROM "Serving" LIMIT 1) AND (c."isHeld" OR c."acceptedBy" IS NOT NULL OR EXISTS (
    SELECT 1 FROM "Job" j WHERE j."id" = c."jobId" AND j."status" IN ('queued', 'running', 'paused')))`

export function createCandidateRepository(options: { prisma: PrismaClient; clock: Clock }): CandidateRepository {
  const { prisma, clock } = options

  const select = (tx: Records, condition: Prisma.Sql) => tx.$queryRaw<Row[]>`
    SELECT c."generationId", c."key", c."base", c."jobId", c."held", c."acceptedBy", c."createdAt",
      g."documents", g."passages"
    FROM "Candidate" c JOIN "Generation" g ON g."id" = c."generationId"
    WHERE ${isWanted} AND ${condition} ORDER BY c."createdAt" DESC, c."generationId" DESC`

  return {
    async add({ generationId, key, base, jobId, versions, counts, embedder }) {
      const now = clock()
      await prisma.$transaction(async (tx) => {
        await tx.generation.deleteMany({ where: { candidate: { isNot: null }, id: { not: generationId } } })
        await tx.generation.create({ data: { id: generationId, embedder, ...counts, servedAt: now } })
        await holdVersions({ tx, generationId, versions })
        await tx.candidate.create({ data: { generationId, key, base, jobId, isHeld: false, createdAt: now } })
      })
    },
    async list() {
      return (await select(prisma, Prisma.sql`true`)).map(describe)
    },
    async find(key) {
      const [row] = await select(prisma, Prisma.sql`c."key" = ${key}`)
      return row ? describe(row) : null
    },
    async adopt({ generationId, jobId }) {
      await prisma.candidate.updateMany({ where: { generationId }, data: { jobId } })
    },
    async hold({ generationId, ...held }) {
      await prisma.candidate.updateMany({
        where: { generationId },
        data: { isHeld: true, held: toJson(held), acceptedBy: null },
      })
    },
    async accept({ generationId, by }) {
      return prisma.$transaction(async (tx) => {
        const [row] = await select(tx, Prisma.sql`c."generationId" = ${generationId} AND c."isHeld"`)
        if (!row) throw createNotHeldError(generationId)
        const again = { status: 'queued', owner: null, attempts: 0, error: Prisma.DbNull, finishedAt: null } as const
        const { count } = await tx.job.updateMany({ where: { id: row.jobId, status: 'failed' }, data: again })
        if (count === 0)
          throw new ShuttenError({
            code: 'JOB_STATE',
            message: 'The job that built this index is at work again, or has given way to a newer one.',
            suggestion: 'Wait for it to end; then this can be decided anew.',
          })
        await tx.candidate.update({ where: { generationId }, data: { acceptedBy: by } })
        const { held } = describe(row)
        if (held)
          await tx.qualityRun.updateMany({
            where: { id: held.runId },
            data: { verdict: toJson({ ...held.verdict, isAccepted: true }) },
          })
        return { jobId: row.jobId }
      })
    },
    async drop(generationId) {
      const { count } = await prisma.generation.deleteMany({
        where: { id: generationId, candidate: { isNot: null } },
      })
      return count > 0
    },
    async prune() {
      return prisma.$transaction(async (tx) => {
        const gone = await tx.$queryRaw<{ id: string }[]>`
          SELECT c."generationId" AS "id" FROM "Candidate" c WHERE NOT (${isWanted})`
        const ids = gone.map(({ id }) => id)
        if (ids.length > 0) await tx.generation.deleteMany({ where: { id: { in: ids } } })
        return ids
      })
    },
  }
}

function describe({ held, createdAt, documents, passages, ...row }: Row): Candidate {
  return {
    ...row,
    held: typeof held === 'string' ? (JSON.parse(held) as Candidate['held']) : held,
    documents: Number(documents),
    passages: Number(passages),
    createdAt: new Date(createdAt).toISOString(),
  }
}

function createNotHeldError(id: string): ShuttenError {
  return new ShuttenError({
    code: 'GENERATION_NOT_HELD',
    message: `The generation ${id.slice(0, 100)} is not held back.`,
    suggestion: 'It serves by now, was dropped, or another one has been switched to since. Look at the list again.',
  })
}
