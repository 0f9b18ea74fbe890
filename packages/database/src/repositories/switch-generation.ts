import type { IngestionRepository } from '@shutten/core'
import type { PrismaClient } from '../prisma-client.js'
import type { Clock } from './clock.js'
import { holdVersions } from './hold-versions.js'

type Switch = Parameters<IngestionRepository['switchTo']>[0]

/** Stands in for the address of a document that moves, so that two documents can change places; no source has it. */
const movingPrefix = 'moving:'

/** See `IngestionRepository.switchTo`. The number of statements does not depend on the number of documents. */
export async function switchGeneration(options: {
  prisma: PrismaClient
  clock: Clock
  request: Switch
}): Promise<void> {
  const { prisma, clock } = options
  const { generationId, versions, counts, embedder, forgetOthers = false, jobId } = options.request
  const now = clock()

  await prisma.$transaction(async (tx) => {
    const generation = { embedder, documents: counts.documents, passages: counts.passages, servedAt: now }
    await tx.generation.upsert({
      where: { id: generationId },
      create: { id: generationId, ...generation },
      update: generation,
    })
    await tx.generationDocument.deleteMany({ where: { generationId } })
    await holdVersions({ tx, generationId, versions })
    await tx.$executeRaw`
      DELETE FROM "Document"
      WHERE "id" NOT IN (SELECT "documentId" FROM "GenerationDocument" WHERE "generationId" = ${generationId})`
    await tx.$executeRaw`
      UPDATE "Document" SET "uri" = ${movingPrefix} || "id"
      WHERE "uri" <> (
        SELECT v."uri" FROM "GenerationDocument" g JOIN "DocumentVersion" v ON v."id" = g."versionId"
        WHERE g."generationId" = ${generationId} AND g."documentId" = "Document"."id")`
    await tx.$executeRaw`
      INSERT INTO "Document" ("id", "uri", "title", "language", "mediaType", "contentHash", "characters", "passages",
        "tags", "publishedAt", "currentVersionId", "createdAt", "updatedAt")
      SELECT v."documentId", v."uri", v."title", v."language", v."mediaType", v."contentHash", v."characters",
        v."passages", v."tags", v."publishedAt", v."id", ${now}, ${now}
      FROM "GenerationDocument" g JOIN "DocumentVersion" v ON v."id" = g."versionId"
      WHERE g."generationId" = ${generationId}
      ON CONFLICT ("id") DO UPDATE SET
        "uri" = excluded."uri", "title" = excluded."title", "language" = excluded."language",
        "mediaType" = excluded."mediaType", "contentHash" = excluded."contentHash",
        "characters" = excluded."characters", "passages" = excluded."passages", "tags" = excluded."tags",
        "publishedAt" = excluded."publishedAt", "currentVersionId" = excluded."currentVersionId",
        "updatedAt" = iif("currentVersionId" = excluded."currentVersionId", "updatedAt", excluded."updatedAt")
      WHERE "currentVersionId" <> excluded."currentVersionId" OR "passages" <> excluded."passages"`
    await tx.serving.upsert({ where: { id: 1 }, create: { id: 1, generationId }, update: { generationId } })
    await tx.candidate.deleteMany({ where: { generationId } })
    if (forgetOthers) await tx.generation.deleteMany({ where: { id: { not: generationId } } })
    if (jobId !== undefined)
      await tx.job.updateMany({ where: { id: jobId }, data: { base: generationId, begunAt: now } })
  })
}
