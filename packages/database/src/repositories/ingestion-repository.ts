import { type IngestionRepository, type Passage, type ServingGeneration, ShuttenError } from '@shutten/core'
import type { Generation } from '../generated/prisma/client.js'
import type { PrismaClient } from '../prisma-client.js'
import type { Clock } from './clock.js'
import { findVersion } from './find-version.js'
import { getPassages } from './get-passages.js'
import { inBatches } from './in-batches.js'
import { pruneVersions } from './prune-versions.js'
import { stageVersion } from './stage-version.js'
import { switchGeneration } from './switch-generation.js'
import { writePassages } from './write-passages.js'

/** Bound values of one query. */
const idsPerQuery = 500

export function createIngestionRepository(options: {
  prisma: PrismaClient
  clock: Clock
  truncateLog: () => Promise<void>
}): IngestionRepository {
  const { prisma, clock, truncateLog } = options
  return {
    async listKnown({ root = '' } = {}) {
      return prisma.$queryRaw<
        { documentId: string; uri: string; contentHash: string; versionId: string; givenTags: string[] }[]
      >`
        SELECT d."id" AS "documentId", d."uri", d."contentHash", v."id" AS "versionId", v."givenTags"
        FROM "Document" d JOIN "DocumentVersion" v ON v."id" = d."currentVersionId"
        WHERE substr(d."uri", 1, length(${root})) = ${root} ORDER BY d."uri"`
    },
    async findByContentHash(contentHash) {
      const document = await prisma.document.findFirst({ where: { contentHash }, orderBy: { uri: 'asc' } })
      return document && { documentId: document.id, uri: document.uri }
    },
    stageVersion: (staging) => stageVersion({ prisma, clock, staging }),
    async listServingVersions() {
      const documents = await prisma.document.findMany({
        select: { id: true, currentVersionId: true },
        orderBy: { uri: 'asc' },
      })
      return documents.map((document) => ({ documentId: document.id, versionId: document.currentVersionId }))
    },
    async findVersionIds(versionIds) {
      const found = new Set<string>()
      for (const batch of inBatches(versionIds, idsPerQuery)) {
        const rows = await prisma.documentVersion.findMany({ where: { id: { in: batch } }, select: { id: true } })
        for (const { id } of rows) found.add(id)
      }
      return found
    },
    async countPassages(versionIds) {
      let count = 0
      for (const batch of inBatches(versionIds, idsPerQuery))
        count += await prisma.passage.count({ where: { versionId: { in: batch } } })
      return count
    },
    getPassages: (versionIds): Promise<Passage[]> => getPassages({ prisma, versionIds }),
    async getVersion(versionId) {
      const version = await findVersion({ prisma, versionId })
      if (!version) throw versionNotFound(versionId)
      return version
    },
    async replacePassages({ versionId, chunks, chunker }) {
      await prisma.$transaction(async (tx) => {
        const { count } = await tx.documentVersion.updateMany({
          where: { id: versionId },
          data: { chunker, passages: chunks.length },
        })
        if (count === 0) throw versionNotFound(versionId)
        await writePassages({ tx, versionId, chunks })
      })
    },
    switchTo: (request) => switchGeneration({ prisma, clock, request }),
    async findServing() {
      // Raw: every search asks, and what Prisma makes of the relation is two statements and 2 ms.
      const [serving] = await prisma.$queryRaw<Generation[]>`
        SELECT g.* FROM "Serving" s JOIN "Generation" g ON g."id" = s."generationId" LIMIT 1`
      return serving ? toServingGeneration(serving) : null
    },
    async listGenerations() {
      const generations = await prisma.generation.findMany({
        where: { candidate: null },
        orderBy: [{ servedAt: 'desc' }, { id: 'desc' }],
      })
      return generations.map(toServingGeneration)
    },
    listGenerationVersions(generationId) {
      return prisma.generationDocument.findMany({
        where: { generationId },
        select: { documentId: true, versionId: true },
        orderBy: { documentId: 'asc' },
      })
    },
    listGenerationAddresses(generationId) {
      return prisma.$queryRaw<{ id: string; uri: string }[]>`
        SELECT g."documentId" AS "id", v."uri"
        FROM "GenerationDocument" g JOIN "DocumentVersion" v ON v."id" = g."versionId"
        WHERE g."generationId" = ${generationId} ORDER BY v."uri", g."documentId"`
    },
    async prune({ keepGenerations, keepStaged = false }) {
      const removed = await pruneVersions({ prisma, keepGenerations, keepStaged })
      await truncateLog()
      return removed
    },
  }
}

function toServingGeneration(row: Generation): ServingGeneration {
  return { ...row, servedAt: row.servedAt.toISOString() }
}

function versionNotFound(versionId: string): ShuttenError {
  return new ShuttenError({
    code: 'DOCUMENT_NOT_FOUND',
    message: `There is no document version ${versionId}.`,
    suggestion: 'It may have been removed since. Run the command again.',
  })
}
