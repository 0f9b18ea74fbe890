import {
  type GoldenQuestion,
  type GoldenQuestionRepository,
  type Language,
  type NewGoldenQuestion,
  ShuttenError,
} from '@shutten/core'
import { foldText } from '@shutten/text'
import { Prisma, type GoldenQuestion as Row } from '../generated/prisma/client.js'
import type { PrismaClient, Records } from '../prisma-client.js'
import type { Clock } from './clock.js'
import { createId } from './create-id.js'
import { withoutZeros } from './without-zeros.js'

export function createGoldenQuestionRepository(options: {
  prisma: PrismaClient
  clock: Clock
}): GoldenQuestionRepository {
  const { prisma, clock } = options

  async function put(
    tx: Records,
    question: NewGoldenQuestion,
  ): Promise<{ id: string; did: 'added' | 'changed' | 'unchanged' }> {
    const id = question.id ?? createId()
    const data = toData(question)
    const known = await tx.goldenQuestion.findUnique({ where: { id } })
    const now = clock()
    if (!known) {
      await tx.goldenQuestion.create({ data: { id, ...data, createdAt: now, updatedAt: now } })
      return { id, did: 'added' }
    }
    if (isSame(known, data)) return { id, did: 'unchanged' }
    await tx.goldenQuestion.update({ where: { id }, data: { ...data, updatedAt: now } })
    return { id, did: 'changed' }
  }

  return {
    async list({ kind, language, query = '', state, offset = 0, limit = 50 } = {}) {
      const folded = foldText(query)
      const found = Prisma.sql`
        FROM (
          SELECT g.*, (
            SELECT o."isCorrect" FROM "QualityOutcome" o JOIN "QualityRun" r ON r."id" = o."runId"
            WHERE o."questionId" = g."id" AND r."finishedAt" IS NOT NULL AND r."startedAt" >= g."updatedAt"
            ORDER BY r."sequence" DESC LIMIT 1) AS "isRight"
          FROM "GoldenQuestion" g) q
        WHERE ${folded === '' ? Prisma.sql`true` : Prisma.sql`instr(q."folded", ${folded}) > 0`}
          AND ${kind === undefined ? Prisma.sql`true` : Prisma.sql`q."kind" = ${kind}`}
          AND ${language === undefined ? Prisma.sql`true` : Prisma.sql`q."language" = ${language}`}
          AND ${whereState[state ?? 'any']}`
      const [counted, rows] = await prisma.$transaction([
        prisma.$queryRaw<{ total: number }[]>`SELECT count(*) AS "total" ${found}`,
        prisma.$queryRaw<{ id: string; isRight: number | bigint | boolean | null }[]>`
          SELECT q."id", q."isRight" ${found} ORDER BY q."updatedAt" DESC, q."id" LIMIT ${limit} OFFSET ${offset}`,
      ])
      const ids = rows.map(({ id }) => id)
      const whole = new Map(
        (await prisma.goldenQuestion.findMany({ where: { id: { in: ids } } })).map((row) => [row.id, describe(row)]),
      )
      return {
        total: Number(counted[0]?.total ?? 0),
        questions: rows.flatMap(({ id, isRight }) => {
          const question = whole.get(id)
          return question ? [{ ...question, isRight: isRight === null ? null : Boolean(Number(isRight)) }] : []
        }),
      }
    },
    async listAll({ all = false } = {}) {
      const rows = await prisma.goldenQuestion.findMany({
        where: all ? {} : { isEnabled: true },
        orderBy: { id: 'asc' },
      })
      return rows.map(describe)
    },
    async find(id) {
      const row = await prisma.goldenQuestion.findUnique({ where: { id } })
      return row && describe(row)
    },
    save: (questions) =>
      prisma.$transaction(
        async (tx) => {
          const done = { added: [] as string[], changed: [] as string[], unchanged: [] as string[] }
          for (const question of questions) {
            const { id, did } = await put(tx, question)
            done[did].push(id)
          }
          return done
        },
        { timeout: 60_000 },
      ),
    async change({ question, seen }) {
      const data = toData(question)
      const { count } = await prisma.goldenQuestion.updateMany({
        where: { id: question.id, updatedAt: new Date(seen) },
        data: { ...data, updatedAt: clock() },
      })
      const row = await prisma.goldenQuestion.findUnique({ where: { id: question.id } })
      if (!row)
        throw new ShuttenError({
          code: 'GOLDEN_QUESTION_NOT_FOUND',
          message: `There is no golden question ${question.id.slice(0, 100)} any more.`,
          suggestion: 'Somebody has deleted it. Add it as a new one if it is still wanted.',
        })
      if (count === 0)
        throw new ShuttenError({
          code: 'GOLDEN_QUESTION_CHANGED',
          message: 'Somebody else has changed this question meanwhile.',
          suggestion: 'Open it in another tab, see what was changed, and save again what is still to be.',
        })
      return describe(row)
    },
    async remove(id) {
      return (await prisma.goldenQuestion.deleteMany({ where: { id } })).count > 0
    },
    async listKinds() {
      const rows = await prisma.goldenQuestion.findMany({
        where: { kind: { not: null } },
        distinct: ['kind'],
        select: { kind: true },
        orderBy: { kind: 'asc' },
      })
      return rows.flatMap(({ kind }) => (kind === null ? [] : [kind]))
    },
    async count() {
      const [enabled, all] = await prisma.$transaction([
        prisma.goldenQuestion.count({ where: { isEnabled: true } }),
        prisma.goldenQuestion.count(),
      ])
      return { enabled, all }
    },
  }
}

const whereState = {
  any: Prisma.sql`true`,
  disabled: Prisma.sql`NOT q."isEnabled"`,
  right: Prisma.sql`q."isEnabled" AND q."isRight" = 1`,
  wrong: Prisma.sql`q."isEnabled" AND q."isRight" = 0`,
  unmeasured: Prisma.sql`q."isEnabled" AND q."isRight" IS NULL`,
}

function toData(question: NewGoldenQuestion) {
  const { expects, answers, relevant, isEnabled, language, kind, evidence, by } = question
  const text = withoutZeros(question.question)
  return {
    isEnabled,
    question: text,
    folded: foldText(text),
    language,
    kind,
    expects,
    answers: expects === 'answer' ? answers : [],
    relevant,
    evidence: evidence === null ? null : withoutZeros(evidence),
    by,
  }
}

function isSame(row: Row, data: ReturnType<typeof toData>): boolean {
  const told = ({ isEnabled, question, language, kind, expects, answers, relevant, evidence }: typeof data | Row) =>
    JSON.stringify([isEnabled, question, language, kind, expects, answers, relevant, evidence])
  return told(row) === told(data)
}

function describe(row: Row): GoldenQuestion {
  const { folded: _, language, expects, answers, relevant, createdAt, updatedAt, ...rest } = row
  return {
    ...rest,
    language: language as Language | null,
    expects: expects as GoldenQuestion['expects'],
    answers: answers as string[][],
    relevant: relevant as string[],
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  }
}
