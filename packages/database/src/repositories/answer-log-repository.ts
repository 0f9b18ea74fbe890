import type { Answer, AnswerLogRepository, LoggedAnswer } from '@shutten/core'
import { Prisma, type Turn as Row } from '../generated/prisma/client.js'
import type { PrismaClient } from '../prisma-client.js'
import { withoutZeros } from './without-zeros.js'

/** Answers that are looked through for a document: a JSON text each. */
const looked = 5_000
const beginningLength = 200

interface SummaryRow {
  answered: number | null
  refused: number | null
  asides: number | null
  cached: number | null
  inputTokens: number | null
  outputTokens: number | null
  cost: number | null
}

/** Reads the kept turns; what was withdrawn counts as nothing, for nothing is left of it. */
export function createAnswerLogRepository({ prisma }: { prisma: PrismaClient }): AnswerLogRepository {
  return {
    async summarize({ from }) {
      const made = Prisma.sql`
        "createdAt" >= ${from} AND "outcome" IN ('answered', 'refused') AND "milliseconds" IS NOT NULL`
      const [summed, counted] = await prisma.$transaction([
        prisma.$queryRaw<SummaryRow[]>`
          SELECT sum("outcome" = 'answered') AS "answered", sum("outcome" = 'refused') AS "refused",
            sum("outcome" = 'aside') AS "asides",
            sum("outcome" IN ('answered', 'refused') AND "milliseconds" IS NULL) AS "cached",
            sum("inputTokens") AS "inputTokens", sum("outputTokens") AS "outputTokens", sum("cost") AS "cost"
          FROM "Turn" WHERE "createdAt" >= ${from}`,
        prisma.$queryRaw<{ made: number }[]>`SELECT count(*) AS "made" FROM "Turn" WHERE ${made}`,
      ])
      const quantile = async (share: number): Promise<number> => {
        const below = Math.max(0, Math.ceil(Number(counted[0]?.made ?? 0) * share) - 1)
        const [row] = await prisma.$queryRaw<{ milliseconds: number }[]>`
          SELECT "milliseconds" FROM "Turn" WHERE ${made} ORDER BY "milliseconds" LIMIT 1 OFFSET ${below}`
        return Number(row?.milliseconds ?? 0)
      }
      const [sums] = summed
      const number = (value: number | null | undefined) => Number(value ?? 0)
      return {
        answered: number(sums?.answered),
        refused: number(sums?.refused),
        asides: number(sums?.asides),
        cached: number(sums?.cached),
        latency: number(counted[0]?.made) > 0 ? { median: await quantile(0.5), p95: await quantile(0.95) } : null,
        inputTokens: number(sums?.inputTokens),
        outputTokens: number(sums?.outputTokens),
        cost: typeof sums?.cost === 'number' ? sums.cost : null,
      }
    },
    async list({ from = new Date(0), status, offset = 0, limit = 50 }) {
      const where = {
        createdAt: { gte: from },
        outcome: status ?? { in: ['answered', 'refused'] },
      }
      // Which turns, by the index alone; then those turns.
      const [total, page] = await prisma.$transaction([
        prisma.turn.count({ where }),
        prisma.turn.findMany({
          where,
          orderBy: { createdAt: 'desc' },
          skip: offset,
          take: limit,
          select: { conversationId: true, index: true },
        }),
      ])
      const rows = await prisma.turn.findMany({
        where: { OR: page },
        orderBy: { createdAt: 'desc' },
        omit: { folded: true, filters: true },
      })
      return { total, answers: page.length > 0 ? rows.map(toLogged) : [] }
    },
    async listCiting({ documentId, limit = 50 }) {
      const rows = await prisma.$queryRaw<{ id: string; question: string; createdAt: string | Date; spans: string }[]>`
        SELECT t."id", t."question", t."createdAt", (
          SELECT json_group_array(json_object('start', c.value ->> 'start', 'end', c.value ->> 'end'))
          FROM json_each(t."answer", '$.citations') c WHERE c.value ->> 'documentId' = ${documentId}) AS "spans"
        FROM (SELECT * FROM "Turn" ORDER BY "createdAt" DESC LIMIT ${looked}) t
        WHERE instr(t."answer", ${documentId}) > 0 AND EXISTS (
          SELECT 1 FROM json_each(t."answer", '$.citations') c WHERE c.value ->> 'documentId' = ${documentId})
        ORDER BY t."createdAt" DESC LIMIT ${limit}`
      return rows.map(({ id, question, createdAt, spans }) => ({
        turnId: id,
        question: withoutZeros(question),
        askedAt: new Date(createdAt).toISOString(),
        spans: typeof spans === 'string' ? JSON.parse(spans) : spans,
      }))
    },
  }
}

function toLogged(row: Pick<Row, 'id' | 'question' | 'createdAt' | 'milliseconds' | 'answer'>): LoggedAnswer {
  const answer = row.answer as unknown as Answer
  return {
    turnId: row.id,
    question: withoutZeros(row.question),
    askedAt: row.createdAt.toISOString(),
    status: answer.status,
    reason: answer.refusal?.reason ?? null,
    confidence: answer.confidence,
    citations: answer.citations.length,
    milliseconds: row.milliseconds,
    beginning: answer.answer.slice(0, beginningLength),
  }
}
