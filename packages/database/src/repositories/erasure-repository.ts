import { type Answer, type ErasureRepository, type StoredTurn, withdrawAnswer } from '@shutten/core'
import { Prisma } from '../generated/prisma/client.js'
import type { PrismaClient, Records } from '../prisma-client.js'
import { answerFigures } from './answer-figures.js'
import type { Clock } from './clock.js'
import { countQuality, eraseQuality } from './erase-quality.js'
import { foldTurn } from './fold-turn.js'
import { toJson } from './json.js'

const finished = ['succeeded', 'failed', 'cancelled']
/** Key of the settings that says that a document was deleted, and when. */
const erasedKey = (documentId: string) => `erased:${documentId}`

interface TurnRow {
  conversationId: string
  index: number
  question: string
  answer: string
}

/** Titles go with the texts: a text without one is called by its first line. */
export function createErasureRepository(options: {
  prisma: PrismaClient
  clock: Clock
  truncateLog: () => Promise<void>
}): ErasureRepository {
  const { prisma, clock, truncateLog } = options
  return {
    async erase({ documentId, uris, text }) {
      const now = clock().toISOString()
      await prisma.$transaction(async (tx) => {
        const key = erasedKey(documentId)
        await tx.setting.upsert({ where: { key }, create: { key, value: now }, update: { value: now } })
        await tx.jobItem.updateMany({ where: wherePayload(uris), data: { payload: Prisma.DbNull } })
        for (const { id, request } of await findNamingJobs({ tx, uris })) {
          const documents = (request.documents ?? []).map((one) =>
            uris.includes(one.uri) ? { ...one, title: '' } : one,
          )
          await tx.job.update({ where: { id }, data: { request: toJson({ ...request, documents }) } })
        }
        await tx.quarantine.deleteMany({ where: { uri: { in: [...uris] } } })
        const excluded = await tx.exclusion.findMany({ where: { documentId } })
        const gone = excluded.filter((one) => !(text ?? '').includes(one.text)).map(({ id }) => id)
        await tx.exclusion.deleteMany({ where: { id: { in: gone } } })
        if (text === undefined) await tx.passageEdit.deleteMany({ where: { documentId } })
        for (const { conversationId, index, question, answer } of await findQuoting({ tx, documentId })) {
          const withdrawn = withdrawAnswer(JSON.parse(answer) as Answer)
          await tx.turn.update({
            where: { conversationId_index: { conversationId, index } },
            data: {
              answer: toJson(withdrawn),
              folded: foldTurn({ question, answer: withdrawn.answer }),
              ...answerFigures(withdrawn),
            },
          })
        }
        for (const { id, answer } of await findJudged({ tx, documentId }))
          await tx.feedback.update({
            where: { id },
            data: { answer: toJson(withdrawAnswer(JSON.parse(answer) as Answer)) },
          })
        for (const { token, turns } of await findShared({ tx, documentId })) {
          const kept = turns.map((turn) =>
            quotes(turn.answer, documentId) ? { ...turn, answer: withdrawAnswer(turn.answer) } : turn,
          )
          await tx.share.update({ where: { token }, data: { turns: toJson(kept) } })
        }
        await eraseQuality({ tx, documentId, uris })
        // What was suggested to be asked is made of titles and headings, and names no document.
        await tx.$executeRaw`
          UPDATE "Turn" SET "answer" = json_remove("answer", '$.aside.suggestions')
          WHERE "answer" -> '$.aside.suggestions' IS NOT NULL`
      })
      await truncateLog()
    },
    async count({ documentId, uris }) {
      const [payloads, jobs, quarantine, excluded, edited, answers, judged, shared, measured] = await Promise.all([
        prisma.jobItem.count({ where: wherePayload(uris) }),
        findNamingJobs({ tx: prisma, uris }),
        prisma.quarantine.count({ where: { uri: { in: [...uris] } } }),
        prisma.exclusion.count({ where: { documentId } }),
        prisma.passageEdit.count({ where: { documentId } }),
        findQuoting({ tx: prisma, documentId }),
        findJudged({ tx: prisma, documentId }),
        findShared({ tx: prisma, documentId }),
        countQuality({ tx: prisma, documentId, uris }),
      ])
      return {
        payloads: payloads + jobs.length,
        quarantine: quarantine + excluded + edited,
        answers: answers.length + judged.length + shared.length + measured,
      }
    },
  }
}

/** The answer quotes a document that was deleted while it was made. */
export async function quotesErased({ tx, answer }: { tx: Records; answer: Answer }): Promise<boolean> {
  const cited = [...(answer.citations ?? []), ...(answer.refusal?.nearest ?? [])].map(({ documentId }) => documentId)
  const ids = [...new Set(cited)]
  if (ids.length === 0) return false
  const erased = await tx.setting.findMany({ where: { key: { in: ids.map(erasedKey) } }, select: { key: true } })
  if (erased.length === 0) return false
  // One that was taken in again under the same id may be quoted.
  const known = await tx.document.findMany({ where: { id: { in: ids } }, select: { id: true } })
  const back = new Set(known.map(({ id }) => erasedKey(id)))
  return erased.some(({ key }) => !back.has(key))
}

function wherePayload(uris: readonly string[]): Prisma.JobItemWhereInput {
  return { uri: { in: [...uris] }, payload: { not: Prisma.DbNull }, job: { status: { in: finished } } }
}

/** Finished jobs that call one of the addresses by a title. */
async function findNamingJobs({ tx, uris }: { tx: Records; uris: readonly string[] }) {
  const addresses = JSON.stringify(uris)
  const rows = await tx.$queryRaw<{ id: string; request: string }[]>`
    SELECT j."id", CAST(j."request" AS TEXT) AS "request" FROM "Job" j
    WHERE j."request" ->> 'kind' = 'ingest-texts' AND j."status" IN (${Prisma.join(finished)}) AND EXISTS (
      SELECT 1 FROM json_each(j."request", '$.documents') d
      WHERE d.value ->> 'title' <> '' AND d.value ->> 'uri' IN (SELECT value FROM json_each(${addresses})))`
  return rows.map(({ id, request }) => ({
    id,
    request: parse<{ documents?: { uri: string; title: string }[] }>(request),
  }))
}

function quotes(answer: Answer, documentId: string): boolean {
  return [...(answer.citations ?? []), ...(answer.refusal?.nearest ?? [])].some((one) => one.documentId === documentId)
}

/** Answers that readers had something to say of. */
async function findJudged({ tx, documentId }: { tx: Records; documentId: string }) {
  const rows = await tx.$queryRaw<{ id: string; answer: string }[]>`
    SELECT "id", CAST("answer" AS TEXT) AS "answer" FROM "Feedback" WHERE instr("answer", ${documentId}) > 0`
  return rows.filter(({ answer }) => quotes(JSON.parse(answer) as Answer, documentId))
}

/** Conversations as they are shown under a link. */
async function findShared({ tx, documentId }: { tx: Records; documentId: string }) {
  const rows = await tx.$queryRaw<{ token: string; turns: string }[]>`
    SELECT "token", CAST("turns" AS TEXT) AS "turns" FROM "Share" WHERE instr("turns", ${documentId}) > 0`
  return rows
    .map(({ token, turns }) => ({ token, turns: JSON.parse(turns) as StoredTurn[] }))
    .filter(({ turns }) => turns.some(({ answer }) => quotes(answer, documentId)))
}

/** The first test reads no JSON: most answers do not hold the id anywhere. */
async function findQuoting({ tx, documentId }: { tx: Records; documentId: string }): Promise<TurnRow[]> {
  const rows = await tx.$queryRaw<TurnRow[]>`
    SELECT "conversationId", "index", "question", CAST("answer" AS TEXT) AS "answer" FROM "Turn"
    WHERE instr("answer", ${documentId}) > 0 AND (
      EXISTS (SELECT 1 FROM json_each("answer", '$.citations') c WHERE c.value ->> 'documentId' = ${documentId}) OR
      EXISTS (SELECT 1 FROM json_each("answer", '$.refusal.nearest') n WHERE n.value ->> 'documentId' = ${documentId}))`
  return rows.map((row) => ({ ...row, index: Number(row.index) }))
}

const parse = <Value>(json: string | Value): Value => (typeof json === 'string' ? (JSON.parse(json) as Value) : json)
