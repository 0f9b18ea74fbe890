import type { QualityOutcome, QualityRun, QualityRunRepository } from '@shutten/core'
import type { Prisma, QualityRun as Row } from '../generated/prisma/client.js'
import type { PrismaClient } from '../prisma-client.js'
import type { Clock } from './clock.js'
import { createId } from './create-id.js'
import { toJson } from './json.js'

export function createQualityRunRepository(options: { prisma: PrismaClient; clock: Clock }): QualityRunRepository {
  const { prisma, clock } = options
  return {
    async begin({ jobId, generation, purpose, configuration, questions }) {
      return prisma.$transaction(async (tx) => {
        const open = await tx.qualityRun.findMany({ where: { jobId, finishedAt: null } })
        const same = open.find(
          (run) => run.generation === generation && JSON.stringify(run.configuration) === JSON.stringify(configuration),
        )
        await tx.qualityRun.deleteMany({ where: { jobId, finishedAt: null, id: { not: same?.id ?? '' } } })
        if (same) return describe(await tx.qualityRun.update({ where: { id: same.id }, data: { questions } }))
        const last = await tx.qualityRun.findFirst({ orderBy: { sequence: 'desc' }, select: { sequence: true } })
        return describe(
          await tx.qualityRun.create({
            data: {
              id: createId(),
              sequence: (last?.sequence ?? 0) + 1,
              jobId,
              generation,
              purpose,
              configuration: toJson(configuration),
              questions,
              startedAt: clock(),
            },
          }),
        )
      })
    },
    async addOutcome({ runId, position, outcome }) {
      const data = {
        isCorrect: outcome.correct,
        questionId: outcome.id,
        kind: outcome.kind,
        outcome: toJson(outcome),
      }
      await prisma.qualityOutcome.upsert({
        where: { runId_position: { runId, position } },
        create: { runId, position, ...data },
        update: data,
      })
    },
    async clear(runId) {
      await prisma.qualityOutcome.deleteMany({ where: { runId } })
    },
    async finish({ id, report, verdict }) {
      return describe(
        await prisma.qualityRun.update({
          where: { id },
          data: { report: toJson(report), ...(verdict && { verdict: toJson(verdict) }), finishedAt: clock() },
        }),
      )
    },
    async find(id) {
      const row = await prisma.qualityRun.findUnique({ where: { id } })
      return row && describe(row)
    },
    async findBegun({ jobId, generation }) {
      const row = await prisma.qualityRun.findFirst({ where: { jobId, generation, finishedAt: null } })
      return row && describe(row)
    },
    async list({ offset = 0, limit = 50, served = false, generation } = {}) {
      const where: Prisma.QualityRunWhereInput = {
        finishedAt: { not: null },
        ...(generation !== undefined && { generation }),
        // What is held back, or was dropped, has never served.
        ...(served && {
          OR: [
            { purpose: { not: 'gate' } },
            { verdict: { path: 'passes', equals: true } },
            { verdict: { path: 'isAccepted', equals: true } },
          ],
        }),
      }
      const [total, rows] = await prisma.$transaction([
        prisma.qualityRun.count({ where }),
        prisma.qualityRun.findMany({ where, orderBy: { sequence: 'desc' }, skip: offset, take: limit }),
      ])
      return { total, runs: rows.map(describe) }
    },
    async listOutcomes({ runId }) {
      const rows = await prisma.qualityOutcome.findMany({
        where: { runId },
        orderBy: { position: 'asc' },
        select: { outcome: true },
      })
      return rows.map(({ outcome }) => outcome as unknown as QualityOutcome)
    },
    async prune({ keep }) {
      const old = await prisma.qualityRun.findMany({
        where: { finishedAt: { not: null } },
        orderBy: { sequence: 'desc' },
        skip: keep,
        select: { id: true },
      })
      if (old.length === 0) return 0
      return (await prisma.qualityRun.deleteMany({ where: { id: { in: old.map(({ id }) => id) } } })).count
    },
  }
}

function describe(row: Row): QualityRun {
  const { sequence: _, ...run } = row
  return {
    ...run,
    purpose: run.purpose as QualityRun['purpose'],
    configuration: run.configuration as unknown as QualityRun['configuration'],
    report: run.report as unknown as QualityRun['report'],
    verdict: run.verdict as unknown as QualityRun['verdict'],
    startedAt: run.startedAt.toISOString(),
    finishedAt: run.finishedAt?.toISOString() ?? null,
  }
}
