import { Prisma } from '../generated/prisma/client.js'
import type { PrismaClient } from '../prisma-client.js'

/** Versions a transaction; their passages go with them, and readers and other writers get their turn in between. */
const batchSize = 100

/**
 * See `IngestionRepository.prune`. The serving generation is kept whether it is named or not, and so is one that waits to be
 * switched to: that is pruned by itself.
 */
export async function pruneVersions(options: {
  prisma: PrismaClient
  keepGenerations: readonly string[]
  keepStaged: boolean
}): Promise<number> {
  const { prisma } = options
  const serving = await prisma.serving.findFirst({ select: { generationId: true } })
  const keep = JSON.stringify([...options.keepGenerations, ...(serving ? [serving.generationId] : [])])
  await prisma.$executeRaw`DELETE FROM "Generation" WHERE "id" NOT IN (SELECT value FROM json_each(${keep}))
    AND "id" NOT IN (SELECT "generationId" FROM "Candidate")`
  const isStaged = Prisma.sql`v."id" IN (
    SELECT i."staged" ->> 'versionId' FROM "JobItem" i JOIN "Job" j ON j."id" = i."jobId"
    WHERE i."staged" IS NOT NULL AND j."status" IN ('queued', 'running', 'paused'))`
  const isWanted = options.keepStaged ? isStaged : Prisma.sql`false`
  // What the source says of a version that editors have written in goes after that.
  const isSource = Prisma.sql`EXISTS (SELECT 1 FROM "DocumentVersion" e WHERE e."sourceVersionId" = v."id")`
  let removed = 0
  for (;;) {
    const count = await prisma.$executeRaw`
      DELETE FROM "DocumentVersion" WHERE "id" IN (
        SELECT v."id" FROM "DocumentVersion" v
        WHERE NOT EXISTS (SELECT 1 FROM "GenerationDocument" g WHERE g."versionId" = v."id")
          AND NOT ${isWanted} AND NOT ${isSource}
        LIMIT ${batchSize})`
    removed += count
    // Those that went may have left their sources behind.
    if (count === 0) return removed
  }
}
