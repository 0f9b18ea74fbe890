import type { FailedQuestion, GapRepository } from '@shutten/core'
import { foldText } from '@shutten/text'
import type { PrismaClient } from '../prisma-client.js'
import type { Clock } from './clock.js'
import { inBatches } from './in-batches.js'
import { withoutZeros } from './without-zeros.js'

/** Bound values of one query. */
const hashesPerQuery = 500
/** Newest rows that are looked at, of each kind. */
const looked = 20_000

/** Thousands of them are read as one text: as rows they take three times as long. */
type RefusedRow = [question: string, createdAt: string, reason: string | null]

interface JudgedRow {
  id: string
  question: string
  updatedAt: string | Date
  answer: string
  status: string
}

/** Reads what conversations keep; nothing of it is kept here. */
export function createGapRepository(options: { prisma: PrismaClient; clock: Clock }): GapRepository {
  const { prisma, clock } = options
  return {
    async listFailed({ from, limit = 500 }) {
      const [[listed], judged] = await prisma.$transaction([
        prisma.$queryRaw<{ rows: string }[]>`
          SELECT json_group_array(json_array("question", "createdAt", "reason") ORDER BY "createdAt" DESC) AS "rows" FROM (
            SELECT "question", "createdAt", "answer" ->> '$.refusal.reason' AS "reason" FROM "Turn"
            WHERE "createdAt" >= ${from} AND "outcome" = 'refused'
            ORDER BY "createdAt" DESC LIMIT ${looked})`,
        prisma.$queryRaw<JudgedRow[]>`
          SELECT "id", "question", "updatedAt", "answer" ->> '$.answer' AS "answer", "answer" ->> '$.status' AS "status"
          FROM "Feedback"
          WHERE "updatedAt" >= ${from} AND "verdict" = 'bad' AND "answer" -> '$.withdrawn' IS NULL
          ORDER BY "updatedAt" DESC LIMIT ${looked}`,
      ])
      const found = new Map<string, FailedQuestion>()
      // Newest first: what is noted first of a question is the last that happened to it.
      const note = (asked: string, at: string | Date): FailedQuestion => {
        const question = withoutZeros(asked)
        const key = foldText(question)
        // As they are stored, times are in order; making dates of so many takes longer than the rest.
        const lastAt = typeof at === 'string' ? at : at.toISOString()
        const known = found.get(key)
        if (known) {
          if (lastAt > known.lastAt) known.lastAt = lastAt
          return known
        }
        const made = {
          question,
          times: 0,
          refused: 0,
          judgedBad: 0,
          lastAt,
          reason: null,
          badAnswer: null,
          feedbackId: null,
        }
        found.set(key, made)
        return made
      }
      for (const [question, createdAt, reason] of JSON.parse(listed?.rows ?? '[]') as RefusedRow[]) {
        // What the policy does not let be answered, no article can.
        if (reason === 'policy') continue
        const one = note(question, createdAt)
        one.times += 1
        one.refused += 1
        one.reason ??= reason
      }
      for (const { id, question, updatedAt, answer, status } of judged) {
        const one = note(question, updatedAt)
        one.judgedBad += 1
        // A refusal that was judged bad, too, is counted already.
        if (status !== 'refused') one.times += 1
        if (status === 'answered') one.badAnswer ??= answer
        one.feedbackId ??= id
      }
      const questions = [...found.values()]
        .filter(({ times }) => times > 0)
        .sort((a, b) => b.times - a.times || compare(b.lastAt, a.lastAt) || compare(a.question, b.question))
      const most = questions.slice(0, limit)
      return {
        total: questions.length,
        questions: most.map((one) => ({ ...one, lastAt: new Date(one.lastAt).toISOString() })),
      }
    },
    async listMarks(hashes) {
      const marks: Awaited<ReturnType<GapRepository['listMarks']>> = new Map()
      for (const batch of inBatches([...hashes], hashesPerQuery))
        for (const { at, ...mark } of await prisma.gapMark.findMany({ where: { hash: { in: batch } } }))
          marks.set(mark.hash, { ...mark, at: at.toISOString() })
      return marks
    },
    async mark(marks) {
      const at = clock()
      await prisma.$transaction(
        marks.map(({ hash, ...mark }) =>
          prisma.gapMark.upsert({ where: { hash }, create: { hash, ...mark, at }, update: { ...mark, at } }),
        ),
      )
    },
    async unmark(hashes) {
      await prisma.gapMark.deleteMany({ where: { hash: { in: [...hashes] } } })
    },
  }
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
