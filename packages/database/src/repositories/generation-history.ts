import type { DifferingDocuments, GenerationHistory } from '@shutten/core'
import { Prisma } from '../generated/prisma/client.js'
import type { PrismaClient } from '../prisma-client.js'

export function createGenerationHistory({ prisma }: { prisma: PrismaClient }): GenerationHistory {
  /** Documents of one generation for which `versions` of the other one holds; both by their primary key. */
  async function find(options: {
    of: string
    other: string
    limit: number
    condition: Prisma.Sql
  }): Promise<DifferingDocuments> {
    const { of, other, limit, condition } = options
    const differing = Prisma.sql`
      FROM "GenerationDocument" g LEFT JOIN "GenerationDocument" o
        ON o."generationId" = ${other} AND o."documentId" = g."documentId"
      WHERE g."generationId" = ${of} AND ${condition}`
    const [counted, documents] = await prisma.$transaction([
      prisma.$queryRaw<{ total: number }[]>`SELECT count(*) AS "total" ${differing}`,
      prisma.$queryRaw<DifferingDocuments['documents']>`
        SELECT v."documentId", v."title", v."uri" FROM "DocumentVersion" v
        WHERE v."id" IN (SELECT g."versionId" ${differing}) ORDER BY v."title", v."uri" LIMIT ${limit}`,
    ])
    return { total: Number(counted[0]?.total ?? 0), documents }
  }

  const missing = Prisma.sql`o."documentId" IS NULL`
  return {
    async compare({ from, to, limit = 10 }) {
      const [added, changed, removed] = await Promise.all([
        find({ of: to, other: from, limit, condition: missing }),
        find({ of: to, other: from, limit, condition: Prisma.sql`o."versionId" <> g."versionId"` }),
        find({ of: from, other: to, limit, condition: missing }),
      ])
      return { added, changed, removed }
    },
  }
}
