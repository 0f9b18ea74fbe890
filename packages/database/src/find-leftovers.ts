import type { PrismaClient } from './prisma-client.js'

/**
 * Rows that the work which made them has outlived: each kind in words, with its number. While a job is open, or the newest
 * one did not succeed, staged versions and generations may be in use, or wait for the next job to remove them.
 */
export async function findLeftovers(options: { prisma: PrismaClient }): Promise<string[]> {
  const { prisma } = options
  const [counts] = await prisma.$queryRaw<Record<string, number>[]>`
    WITH quiet AS (
      SELECT 1 AS "is" WHERE NOT EXISTS (SELECT 1 FROM "Job" WHERE "status" IN ('queued', 'running', 'paused'))
        AND (SELECT "status" FROM "Job" ORDER BY "sequence" DESC LIMIT 1) = 'succeeded')
    SELECT
      (SELECT count(*) FROM quiet, "DocumentVersion" v
        WHERE NOT EXISTS (SELECT 1 FROM "GenerationDocument" g WHERE g."versionId" = v."id")
          AND NOT EXISTS (SELECT 1 FROM "DocumentVersion" e WHERE e."sourceVersionId" = v."id")
          AND v."id" NOT IN (
            SELECT i."staged" ->> 'versionId' FROM "JobItem" i JOIN "Job" j ON j."id" = i."jobId"
            WHERE i."staged" IS NOT NULL AND j."status" = 'failed'))
        AS "document versions that no generation holds",
      (SELECT max(count(*) - 2, 0) FROM "Generation" g WHERE EXISTS (SELECT 1 FROM quiet)
          AND NOT EXISTS (SELECT 1 FROM "Candidate" c WHERE c."generationId" = g."id"))
        AS "generations before the previous one",
      (SELECT count(*) FROM quiet, "Candidate" c WHERE c."base" IS NOT (SELECT "generationId" FROM "Serving" LIMIT 1))
        AS "generations that were held back and can be switched to no more",
      (SELECT count(*) FROM "QualityRun" r WHERE r."finishedAt" IS NULL AND NOT EXISTS (
          SELECT 1 FROM "Job" j WHERE j."id" = r."jobId" AND j."status" IN ('queued', 'running', 'paused')))
        AS "measurements that nobody goes on with",
      (SELECT count(*) FROM "JobItem" i JOIN "Job" j ON j."id" = i."jobId"
        WHERE i."payload" IS NOT NULL AND (j."status" = 'cancelled' OR (j."status" = 'succeeded' AND i."status" = 'done')))
        AS "texts of jobs that are done with them",
      (SELECT count(*) FROM "JobItem" i JOIN "Job" j ON j."id" = i."jobId"
        WHERE i."status" = 'waiting' AND j."status" = 'succeeded')
        AS "items that a finished job did not come to"`
  return Object.entries(counts ?? {}).flatMap(([what, count]) => (Number(count) === 0 ? [] : [`${count} ${what}`]))
}
