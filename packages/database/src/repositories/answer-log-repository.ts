import type { AnswerLogRepository, LoggedAnswer } from '@shutten/core'
import { Prisma } from '../generated/prisma/client.js'
import type { PrismaClient } from '../prisma-client.js'
import { withoutZeros } from './without-zeros.js'

/** Answers that a report looks through: a JSON text each. */
const looked = 20_000
const beginningLength = 200

interface SummaryRow {
  status: string
  isAside: number
  isCached: number
  total: number | null
  inputTokens: number | null
  outputTokens: number | null
  cost: number | null
}

/** Reads the kept turns; what was withdrawn counts as nothing, for nothing is left of it. */
export function createAnswerLogRepository({ prisma }: { prisma: PrismaClient }): AnswerLogRepository {
  return {
    async summarize({ from, limit = looked }) {
      const rows = await prisma.$queryRaw<SummaryRow[]>`
        SELECT "answer" ->> 'status' AS "status",
          "answer" -> 'aside' IS NOT NULL AS "isAside",
          coalesce("answer" ->> 'cached', 0) AS "isCached",
          "answer" ->> '$.timings.total' AS "total",
          "answer" ->> '$.usage.inputTokens' AS "inputTokens",
          "answer" ->> '$.usage.outputTokens' AS "outputTokens",
          "answer" ->> '$.usage.cost' AS "cost"
        FROM "Turn" WHERE "createdAt" >= ${from} AND "answer" -> 'withdrawn' IS NULL
        ORDER BY "createdAt" DESC LIMIT ${limit + 1}`
      const isCut = rows.length > limit
      const told = rows.slice(0, limit)
      const asked = told.filter(({ isAside }) => !Number(isAside))
      const times = asked
        .filter(({ isCached, total }) => !Number(isCached) && total !== null)
        .map(({ total }) => Number(total))
        .sort((a, b) => a - b)
      const sum = (values: (number | null)[]) => values.reduce<number>((all, value) => all + Number(value ?? 0), 0)
      const costs = told.map(({ cost }) => cost).filter((cost) => cost !== null)
      return {
        answered: asked.filter(({ status }) => status === 'answered').length,
        refused: asked.filter(({ status }) => status === 'refused').length,
        asides: told.length - asked.length,
        cached: asked.filter(({ isCached }) => Number(isCached)).length,
        latency: times.length > 0 ? { median: quantile(times, 0.5), p95: quantile(times, 0.95) } : null,
        inputTokens: sum(told.map(({ inputTokens }) => inputTokens)),
        outputTokens: sum(told.map(({ outputTokens }) => outputTokens)),
        cost: costs.length > 0 ? sum(costs) : null,
        isCut,
      }
    },
    async list({ from = new Date(0), status, offset = 0, limit = 50 }) {
      const where = Prisma.sql`
        "createdAt" >= ${from} AND "answer" -> 'aside' IS NULL AND "answer" -> 'withdrawn' IS NULL
        AND ${status ? Prisma.sql`"answer" ->> 'status' = ${status}` : Prisma.sql`1`}`
      const [counted, rows] = await prisma.$transaction([
        prisma.$queryRaw<{ total: number }[]>`SELECT count(*) AS "total" FROM "Turn" WHERE ${where}`,
        prisma.$queryRaw<{ id: string; question: string; createdAt: string | Date; answer: string }[]>`
          SELECT "id", "question", "createdAt", json_object(
            'status', "answer" ->> 'status', 'reason', "answer" ->> '$.refusal.reason',
            'confidence', "answer" ->> 'confidence', 'citations', json_array_length("answer", '$.citations'),
            'milliseconds', "answer" ->> '$.timings.total', 'beginning', substr("answer" ->> 'answer', 1, ${beginningLength})
          ) AS "answer"
          FROM "Turn" WHERE ${where} ORDER BY "createdAt" DESC LIMIT ${limit} OFFSET ${offset}`,
      ])
      return {
        total: Number(counted[0]?.total ?? 0),
        answers: rows.map(({ id, question, createdAt, answer }): LoggedAnswer => {
          const told: Omit<LoggedAnswer, 'turnId' | 'question' | 'askedAt'> =
            typeof answer === 'string' ? JSON.parse(answer) : answer
          const askedAt = new Date(createdAt).toISOString()
          return {
            ...told,
            confidence: told.confidence ?? 0,
            citations: told.citations ?? 0,
            turnId: id,
            question: withoutZeros(question),
            askedAt,
          }
        }),
      }
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

/** Of ascending values, the nearest rank. */
function quantile(values: readonly number[], share: number): number {
  return values[Math.min(values.length - 1, Math.max(0, Math.ceil(values.length * share) - 1))] ?? 0
}
