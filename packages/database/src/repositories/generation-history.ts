import type { DifferingDocuments, GenerationHistory } from '@shutten/core'
import { Prisma } from '../generated/prisma/client.js'
import type { PrismaClient } from '../prisma-client.js'

/** Of more differing documents those that are shown are not chosen by their titles: each would have to be read for it. */
const mostOrdered = 1_000

export function createGenerationHistory({ prisma }: { prisma: PrismaClient }): GenerationHistory {
  /** What `of` has that `other` has not, and what both have in other versions; all by their primary key, in one pass. */
  async function count(options: { of: string; other: string }): Promise<{ missing: number; changed: number }> {
    const [row] = await prisma.$queryRaw<{ missing: number | null; changed: number | null }[]>`
      SELECT sum(o."documentId" IS NULL) AS "missing", sum(o."versionId" <> g."versionId") AS "changed"
      FROM "GenerationDocument" g LEFT JOIN "GenerationDocument" o
        ON o."generationId" = ${options.other} AND o."documentId" = g."documentId"
      WHERE g."generationId" = ${options.of}`
    return { missing: Number(row?.missing ?? 0), changed: Number(row?.changed ?? 0) }
  }

  async function find(options: {
    of: string
    other: string
    total: number
    limit: number
    condition: Prisma.Sql
  }): Promise<DifferingDocuments> {
    const { of, other, total, limit, condition } = options
    if (total === 0) return { total, documents: [] }
    const chosen = total > mostOrdered ? Prisma.sql`LIMIT ${limit}` : Prisma.empty
    const documents = await prisma.$queryRaw<DifferingDocuments['documents']>`
      SELECT v."documentId", v."title", v."uri" FROM "DocumentVersion" v
      WHERE v."id" IN (
        SELECT g."versionId" FROM "GenerationDocument" g LEFT JOIN "GenerationDocument" o
          ON o."generationId" = ${other} AND o."documentId" = g."documentId"
        WHERE g."generationId" = ${of} AND ${condition} ${chosen})
      ORDER BY v."title", v."uri" LIMIT ${limit}`
    return { total, documents }
  }

  const missing = Prisma.sql`o."documentId" IS NULL`
  const other = Prisma.sql`o."versionId" <> g."versionId"`
  return {
    async compare({ from, to, limit = 10 }) {
      const [came, went] = await Promise.all([count({ of: to, other: from }), count({ of: from, other: to })])
      const [added, changed, removed] = await Promise.all([
        find({ of: to, other: from, limit, total: came.missing, condition: missing }),
        find({ of: to, other: from, limit, total: came.changed, condition: other }),
        find({ of: from, other: to, limit, total: went.missing, condition: missing }),
      ])
      return { added, changed, removed }
    },
  }
}
