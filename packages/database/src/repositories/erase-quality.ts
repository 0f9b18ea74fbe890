import type { QualityOutcome } from '@shutten/core'
import type { Records } from '../prisma-client.js'
import { toJson } from './json.js'

interface Erased {
  tx: Records
  documentId: string
  uris: readonly string[]
}

/**
 * Takes the words of a document out of measurements and golden questions: answers and quotes of outcomes that cite it, and the
 * evidence of questions that it should answer. The figures of a run stay, and so do the questions: they are an editor's own.
 */
export async function eraseQuality({ tx, documentId, uris }: Erased): Promise<void> {
  for (const { runId, position, outcome } of await findQuoting({ tx, documentId })) {
    const { evidence: _, error: __, ...rest } = outcome
    const stripped: QualityOutcome = {
      ...rest,
      answer: null,
      quotes: [],
      citations: [],
      found: rest.found.filter((one) => one.documentId !== documentId),
    }
    await tx.qualityOutcome.update({
      where: { runId_position: { runId, position } },
      data: { outcome: toJson(stripped) },
    })
  }
  await tx.goldenQuestion.updateMany({
    where: { id: { in: await findQuestions({ tx, documentId, uris }) } },
    data: { evidence: null },
  })
}

/** What is left of it there. */
export async function countQuality(erased: Erased): Promise<number> {
  const [outcomes, questions] = await Promise.all([findQuoting(erased), findQuestions(erased)])
  return outcomes.length + questions.length
}

async function findQuoting({ tx, documentId }: Pick<Erased, 'tx' | 'documentId'>) {
  const rows = await tx.$queryRaw<{ runId: string; position: number | bigint; outcome: string | QualityOutcome }[]>`
    SELECT "runId", "position", CAST("outcome" AS TEXT) AS "outcome" FROM "QualityOutcome"
    WHERE instr("outcome", ${documentId}) > 0`
  return rows
    .map(({ runId, position, outcome }) => ({
      runId,
      position: Number(position),
      outcome: typeof outcome === 'string' ? (JSON.parse(outcome) as QualityOutcome) : outcome,
    }))
    .filter(({ outcome }) => [...outcome.citations, ...outcome.found].some((one) => one.documentId === documentId))
}

async function findQuestions({ tx, documentId, uris }: Erased): Promise<string[]> {
  const names = JSON.stringify([documentId, ...uris])
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT g."id" FROM "GoldenQuestion" g WHERE g."evidence" IS NOT NULL AND EXISTS (
      SELECT 1 FROM json_each(g."relevant") r WHERE r.value IN (SELECT value FROM json_each(${names})))`
  return rows.map(({ id }) => id)
}
