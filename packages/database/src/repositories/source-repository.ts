import {
  type KnownSourceItem,
  ShuttenError,
  type SourceDefinition,
  type SourceRecord,
  type SourceRepository,
  type SourceValidators,
} from '@shutten/core'
import { type SourceItem as ItemRow, Prisma, type Source as Row } from '../generated/prisma/client.js'
import type { PrismaClient, Records } from '../prisma-client.js'
import type { Clock } from './clock.js'
import { createId } from './create-id.js'
import { inBatches } from './in-batches.js'
import { toJson } from './json.js'
import { startSourceRun } from './start-source-run.js'

const itemsPerPage = 1_000
const itemsPerStatement = 1_000

export function createSourceRepository(options: { prisma: PrismaClient; clock: Clock }): SourceRepository {
  const { prisma, clock } = options

  async function assertNameFree(tx: Records, name: string, id: string | null) {
    const other = await tx.source.findUnique({ where: { name }, select: { id: true } })
    if (!other || other.id === id) return
    throw new ShuttenError({
      code: 'SOURCE_DEFINITION_INVALID',
      message: `There is a source named ${JSON.stringify(name)} already.`,
      suggestion: 'Give this one another name; nothing was changed.',
    })
  }

  return {
    create: ({ name, definition, enabled, nextRunAt }) =>
      prisma.$transaction(async (tx) => {
        await assertNameFree(tx, name, null)
        const now = clock()
        const times = { createdAt: now, updatedAt: now, nextRunAt }
        return toSource(
          await tx.source.create({ data: { id: createId(), name, definition: toJson(definition), enabled, ...times } }),
        )
      }),
    async list() {
      return (await prisma.source.findMany({ orderBy: { name: 'asc' } })).map(toSource)
    },
    async find(idOrName) {
      const row =
        (await prisma.source.findUnique({ where: { id: idOrName } })) ??
        (await prisma.source.findUnique({ where: { name: idOrName } }))
      return row && toSource(row)
    },
    update: (id, { definition, name, ...change }, { unlessChangedSince } = {}) =>
      prisma.$transaction(async (tx) => {
        if (name !== undefined) await assertNameFree(tx, name, id)
        const data = {
          ...change,
          ...(name !== undefined && { name }),
          // What an earlier definition listed says nothing of what this one lists.
          ...(definition && { definition: toJson(definition), validators: Prisma.DbNull }),
          updatedAt: clock(),
        }
        const unchanged = unlessChangedSince === undefined ? {} : { updatedAt: new Date(unlessChangedSince) }
        const { count } = await tx.source.updateMany({ where: { id, ...unchanged }, data })
        if (count === 0) {
          const known = await tx.source.findUnique({ where: { id }, select: { name: true } })
          throw known ? createChangedError(known.name) : createUnknownError(id)
        }
        return toSource(await tx.source.findUniqueOrThrow({ where: { id } }))
      }),
    async remove(id) {
      await prisma.source.deleteMany({ where: { id } })
    },
    async listDue(at) {
      const rows = await prisma.source.findMany({
        where: { enabled: true, nextRunAt: { lte: at } },
        orderBy: { nextRunAt: 'asc' },
      })
      return rows.map(toSource)
    },
    async startRun(request) {
      const started = await prisma.$transaction((tx) => startSourceRun({ tx, clock, ...request }))
      if (started) return started
      throw createUnknownError(request.id)
    },
    async listItems({ sourceId, offset = 0, limit = itemsPerPage }) {
      const rows = await prisma.sourceItem.findMany({
        where: { sourceId },
        orderBy: { uri: 'asc' },
        skip: offset,
        take: limit,
      })
      return rows.map(toItem)
    },
    async countDocuments() {
      const counts = await prisma.$queryRaw<{ sourceId: string; documents: number | bigint }[]>`
        SELECT i."sourceId", count(DISTINCT i."documentId") AS "documents" FROM "SourceItem" i
        WHERE EXISTS (SELECT 1 FROM "Document" d WHERE d."id" = i."documentId") GROUP BY i."sourceId"`
      return new Map(counts.map(({ sourceId, documents }) => [sourceId, Number(documents)]))
    },
    async listYielded(sourceId) {
      const rows = await prisma.$queryRaw<{ uri: string }[]>`
        SELECT DISTINCT i."uri" FROM "SourceItem" i
        JOIN "Source" s ON s."id" = i."sourceId"
        JOIN "SourceItem" o ON o."uri" = i."uri" AND o."sourceId" <> i."sourceId"
        JOIN "Source" e ON e."id" = o."sourceId" AND (e."createdAt", e."id") < (s."createdAt", s."id")
        WHERE i."sourceId" = ${sourceId} ORDER BY i."uri"`
      return rows.map(({ uri }) => uri)
    },
    async listHolders(held) {
      const rows = await prisma.sourceItem.findMany({
        where: held,
        select: { uri: true, source: { select: { id: true, name: true } } },
        orderBy: [{ source: { name: 'asc' } }, { uri: 'asc' }],
      })
      return rows.map(({ uri, source }) => ({ ...source, uri }))
    },
    saveVisit: ({ sourceId, items, gone, validators }) =>
      prisma.$transaction(async (tx) => {
        const { count } = await tx.source.updateMany({
          where: { id: sourceId },
          data: { lastRunAt: clock(), validators: validators ? toJson(validators) : Prisma.DbNull },
        })
        // A source that was removed meanwhile has nothing to be known of.
        if (count === 0) return
        for (const batch of inBatches(gone, itemsPerStatement)) await removeItems(tx, sourceId, batch)
        for (const batch of inBatches(items, itemsPerStatement)) await writeItems(tx, sourceId, batch)
      }),
  }
}

/** With what lies in an archive that is gone. */
async function removeItems(tx: Records, sourceId: string, uris: readonly string[]): Promise<void> {
  const list = JSON.stringify(uris)
  await tx.$executeRaw`
    DELETE FROM "SourceItem" WHERE "sourceId" = ${sourceId} AND (
      "uri" IN (SELECT value FROM json_each(${list}))
      OR (instr("uri", '!/') > 0 AND substr("uri", 1, instr("uri", '!/') - 1) IN (SELECT value FROM json_each(${list}))))`
}

async function writeItems(tx: Records, sourceId: string, items: readonly KnownSourceItem[]): Promise<void> {
  const rows = JSON.stringify(items)
  await tx.$executeRaw`
    INSERT INTO "SourceItem" ("sourceId", "uri", "contentHash", "revision", "validators", "origin", "checkedAt",
      "became", "documentId", "description")
    SELECT ${sourceId}, value ->> 'uri', value ->> 'contentHash', value ->> 'revision',
      CASE WHEN value ->> 'validators' IS NOT NULL THEN value -> 'validators' END,
      value ->> 'origin', value ->> 'checkedAt', value ->> 'became', value ->> 'documentId', value ->> 'description'
    FROM json_each(${rows})
    WHERE true
    ON CONFLICT ("sourceId", "uri") DO UPDATE SET
      "contentHash" = excluded."contentHash", "revision" = excluded."revision", "validators" = excluded."validators",
      "origin" = excluded."origin", "checkedAt" = excluded."checkedAt", "became" = excluded."became",
      "documentId" = excluded."documentId", "description" = excluded."description"`
}

function toSource(row: Row): SourceRecord {
  const { definition, ...rest } = row
  return {
    ...(definition as unknown as SourceDefinition),
    ...rest,
    validators: row.validators as SourceValidators | null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    nextRunAt: row.nextRunAt?.toISOString() ?? null,
    lastRunAt: row.lastRunAt?.toISOString() ?? null,
  }
}

function toItem({ sourceId: _, ...row }: ItemRow): KnownSourceItem {
  return {
    ...row,
    validators: row.validators as SourceValidators | null,
    origin: row.origin as KnownSourceItem['origin'],
    became: row.became as KnownSourceItem['became'],
  }
}

function createChangedError(name: string): ShuttenError {
  return new ShuttenError({
    code: 'SOURCE_CHANGED',
    message: `The source ${JSON.stringify(name)} was changed by somebody else meanwhile; nothing of yours was saved.`,
    suggestion: 'Compare what is there now with what you wrote, and save again.',
  })
}

function createUnknownError(id: string): ShuttenError {
  return new ShuttenError({
    code: 'SOURCE_UNKNOWN',
    message: `There is no source ${id}.`,
    suggestion: 'Look at the list of sources for those that are known.',
  })
}
