import { type ExclusionRepository, type PassageExclusion, ShuttenError } from '@shutten/core'
import { Prisma, type Exclusion as Row } from '../generated/prisma/client.js'
import type { PrismaClient } from '../prisma-client.js'
import type { Clock } from './clock.js'
import { createId } from './create-id.js'

export function createExclusionRepository(options: { prisma: PrismaClient; clock: Clock }): ExclusionRepository {
  const { prisma, clock } = options
  return {
    async exclude({ documentId, text, start, by }) {
      if (text.trim() === '')
        throw new ShuttenError({
          code: 'INPUT_INVALID',
          message: 'There are no words to exclude.',
          suggestion: 'Name a passage of the document that holds some.',
        })
      return prisma.$transaction(async (tx) => {
        const known = await tx.exclusion.findFirst({ where: { documentId, text } })
        if (known) return describe(known)
        return describe(
          await tx.exclusion.create({ data: { id: createId(), documentId, text, start, by, createdAt: clock() } }),
        )
      })
    },
    async restore(id) {
      await prisma.exclusion.deleteMany({ where: { id } })
    },
    async list({ documentId } = {}) {
      const isWanted = documentId === undefined ? Prisma.sql`true` : Prisma.sql`"documentId" = ${documentId}`
      // Raw: searches ask for all of them after each change, and Prisma takes 40 µs for a row.
      const rows = await prisma.$queryRaw<(Omit<Row, 'createdAt'> & { createdAt: string | Date })[]>`
        SELECT * FROM "Exclusion" WHERE ${isWanted} ORDER BY "sequence"`
      return rows.map((row) => describe({ ...row, start: Number(row.start), createdAt: new Date(row.createdAt) }))
    },
    async revision() {
      // A sequence is never given twice: neither a removal nor one followed by an addition looks like nothing.
      const [row] = await prisma.$queryRaw<{ count: number; last: number | null }[]>`
        SELECT count(*) AS "count", max("sequence") AS "last" FROM "Exclusion"`
      return `${Number(row?.count ?? 0)}.${Number(row?.last ?? 0)}`
    },
  }
}

function describe({ id, documentId, text, start, by, createdAt }: Omit<Row, 'sequence'>): PassageExclusion {
  return { id, documentId, text, start, by, createdAt: createdAt.toISOString() }
}
