import { type DocumentRepository, ShuttenError, type StoredDocument } from '@shutten/core'
import { type Document, Prisma } from '../generated/prisma/client.js'
import type { PrismaClient } from '../prisma-client.js'
import { toSummary } from './document-rows.js'
import { findVersion } from './find-version.js'

export function createDocumentRepository(options: { prisma: PrismaClient }): DocumentRepository {
  const { prisma } = options

  async function find(idOrUri: string, { versionId }: { versionId?: string } = {}): Promise<StoredDocument | null> {
    const document =
      (await prisma.document.findUnique({ where: { id: idOrUri } })) ??
      (await prisma.document.findUnique({ where: { uri: idOrUri } }))
    if (!document) return null
    return findVersion({ prisma, versionId: versionId ?? document.currentVersionId, documentId: document.id })
  }

  return {
    async list({ offset = 0, limit = 50, query = '' } = {}) {
      // One statement, so that a switch between the page and its total cannot make them disagree.
      const needle = query.normalize('NFC').trim()
      const isWanted = needle
        ? Prisma.sql`(instr(lower("title"), lower(${needle})) > 0 OR instr(lower("uri"), lower(${needle})) > 0)`
        : Prisma.sql`true`
      // Which rows, by an index as far as there is one; then those rows: none is sorted whole.
      const rows = await prisma.$queryRaw<(Document & { total: number })[]>`
        SELECT d.*, (SELECT count(*) FROM "Document" WHERE ${isWanted}) AS "total"
        FROM (SELECT 1) LEFT JOIN (
          SELECT * FROM "Document" WHERE "id" IN (
            SELECT "id" FROM "Document" WHERE ${isWanted}
            ORDER BY "updatedAt" DESC, "uri" LIMIT ${limit} OFFSET ${offset})) d
        ORDER BY d."updatedAt" DESC, d."uri"`
      return { total: Number(rows[0]?.total ?? 0), documents: rows.filter((row) => row.id !== null).map(toSummary) }
    },
    find,
    async get(idOrUri, request) {
      const document = await find(idOrUri, request)
      if (!document)
        throw new ShuttenError({
          code: 'DOCUMENT_NOT_FOUND',
          message: `There is no document ${idOrUri}${request?.versionId ? ` of version ${request.versionId}` : ''}.`,
          suggestion: 'Look at `pnpm shutten documents` for those that are there.',
        })
      return document
    },
  }
}
