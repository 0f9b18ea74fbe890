import { type PassageEdit, type PassageEditRepository, ShuttenError } from '@shutten/core'
import { Prisma, type PassageEdit as Row } from '../generated/prisma/client.js'
import type { PrismaClient } from '../prisma-client.js'
import type { Clock } from './clock.js'
import { createId } from './create-id.js'

/** The version that serves has the edit `e`, as it was last written. */
const serves = Prisma.sql`EXISTS (
  SELECT 1 FROM "Document" d JOIN "VersionEdit" v ON v."versionId" = d."currentVersionId"
  WHERE d."id" = e."documentId" AND v."editId" = e."id" AND v."revision" = e."revision")`

export function createPassageEditRepository(options: { prisma: PrismaClient; clock: Clock }): PassageEditRepository {
  const { prisma, clock } = options
  return {
    async list({ documentId } = {}) {
      const rows = await prisma.passageEdit.findMany({
        where: documentId === undefined ? {} : { documentId },
        orderBy: [{ documentId: 'asc' }, { start: 'asc' }, { sequence: 'asc' }],
      })
      return rows.map(describe)
    },
    async save({ edit, base }) {
      if (edit.text.trim() === '' || edit.original.trim() === '')
        throw new ShuttenError({
          code: 'INPUT_INVALID',
          message: 'There are no words to put in the place of the passage.',
          suggestion: 'Write some, or exclude the passage from search.',
        })
      return prisma.$transaction(async (tx) => {
        const { documentId, original, occurrence } = edit
        const seen = await tx.passageEdit.findMany({ where: { documentId, id: { in: base.map(({ id }) => id) } } })
        const isAsSeen = base.every(({ id, revision }) =>
          seen.some((row) => row.id === id && row.revision === revision),
        )
        const same = await tx.passageEdit.findFirst({ where: { documentId, original, occurrence } })
        if (!isAsSeen || (same && !seen.some(({ id }) => id === same.id))) throw createChangedError()
        const kept = same ?? seen[0]
        await tx.passageEdit.deleteMany({
          where: { id: { in: seen.map(({ id }) => id) }, NOT: { id: kept?.id ?? '' } },
        })
        const now = clock()
        return describe(
          kept
            ? await tx.passageEdit.update({
                where: { id: kept.id },
                data: { ...edit, revision: kept.revision + 1, updatedAt: now },
              })
            : await tx.passageEdit.create({
                data: { ...edit, id: createId(), revision: 1, createdAt: now, updatedAt: now },
              }),
        )
      })
    },
    async remove({ id, revision }) {
      return prisma.$transaction(async (tx) => {
        const known = await tx.passageEdit.findUnique({ where: { id } })
        if (!known) return null
        if (revision !== undefined && known.revision !== revision) throw createChangedError()
        await tx.passageEdit.delete({ where: { id } })
        return describe(known)
      })
    },
    async mask({ documentId, mask }) {
      for (const { id, original, text, lead, trail, revision } of await prisma.passageEdit.findMany({
        where: { documentId },
      })) {
        const masked = { original: mask(original), text: mask(text), lead: mask(lead), trail: mask(trail) }
        if (masked.original === original && masked.text === text && masked.lead === lead && masked.trail === trail)
          continue
        await prisma.passageEdit.updateMany({ where: { id }, data: { ...masked, revision: revision + 1 } })
      }
    },
    async listServing() {
      const rows = await prisma.$queryRaw<{ documentId: string; id: string; revision: number }[]>`
        SELECT d."id" AS "documentId", e."editId" AS "id", e."revision"
        FROM "VersionEdit" e JOIN "Document" d ON d."currentVersionId" = e."versionId"
        ORDER BY d."id", e."start"`
      return rows.map((row) => ({ ...row, revision: Number(row.revision) }))
    },
    async listLatest({ isServing, offset = 0, limit = 50 } = {}) {
      const where = isServing === undefined ? Prisma.sql`true` : isServing ? serves : Prisma.sql`NOT ${serves}`
      const [counted, found] = await prisma.$transaction([
        prisma.$queryRaw<{ total: number }[]>`SELECT count(*) AS "total" FROM "PassageEdit" e WHERE ${where}`,
        prisma.$queryRaw<{ id: string }[]>`
          SELECT e."id" FROM "PassageEdit" e WHERE ${where}
          ORDER BY e."updatedAt" DESC, e."sequence" DESC LIMIT ${limit} OFFSET ${offset}`,
      ])
      const rows = await prisma.passageEdit.findMany({
        where: { id: { in: found.map(({ id }) => id) } },
        orderBy: [{ updatedAt: 'desc' }, { sequence: 'desc' }],
      })
      return { total: Number(counted[0]?.total ?? 0), edits: rows.map(describe) }
    },
    async count() {
      const [row] = await prisma.$queryRaw<{ total: number; notServing: number }[]>`
        SELECT count(*) AS "total", count(*) FILTER (WHERE NOT ${serves}) AS "notServing" FROM "PassageEdit" e`
      return { total: Number(row?.total ?? 0), notServing: Number(row?.notServing ?? 0) }
    },
  }
}

function createChangedError(): ShuttenError {
  return new ShuttenError({
    code: 'EDIT_CHANGED',
    message: 'Somebody else has changed this edit in the meantime.',
    suggestion: 'Look at what it says now, and save yours again if it is to take its place.',
  })
}

function describe({ sequence: _, createdAt, updatedAt, ...row }: Row): PassageEdit {
  return { ...row, createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() }
}
