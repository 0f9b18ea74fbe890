import type { DocumentBrowser, DocumentFilter, DocumentOrder, DocumentState, FailedItem } from '@shutten/core'
import { type Document, Prisma } from '../generated/prisma/client.js'
import type { PrismaClient } from '../prisma-client.js'
import { toSummary } from './document-rows.js'

/** Jobs whose items are looked through for failures; only about so many keep theirs. */
const recentJobs = 60
/** Failures that are looked at: who has more looks into the job. */
const mostFailures = 5_000

const orders: Record<DocumentOrder, Prisma.Sql> = {
  updated: Prisma.sql`"updatedAt" DESC, "uri"`,
  title: Prisma.sql`"title", "uri"`,
  size: Prisma.sql`"characters" DESC, "uri"`,
  passages: Prisma.sql`"passages" DESC, "uri"`,
}

/** One statement reads a page: it sorts what the filter lets through and reads whole rows of that page only. */
export function createDocumentBrowser({ prisma }: { prisma: PrismaClient }): DocumentBrowser {
  const findFailures = async (of: { uris?: readonly string[]; query?: string }): Promise<FailedItem[]> => {
    const needle = (of.query ?? '').normalize('NFC').trim()
    const wanted = of.uris ? Prisma.sql`AND i."uri" IN (SELECT value FROM json_each(${JSON.stringify(of.uris)}))` : none
    const failed = await prisma.$queryRaw<{ uri: string; jobId: string; position: number | bigint }[]>`
      SELECT i."uri" AS "uri", i."jobId" AS "jobId", i."position" AS "position"
      FROM (SELECT "id", "sequence" FROM "Job" ORDER BY "sequence" DESC LIMIT ${recentJobs}) j
      JOIN "JobItem" i ON i."jobId" = j."id" AND i."status" = 'failed' ${wanted}
      WHERE ${needle} = '' OR instr(lower(i."uri"), lower(${needle})) > 0
      ORDER BY j."sequence" DESC, i."position" DESC LIMIT ${mostFailures}`
    if (failed.length === 0) return []
    const done = await prisma.$queryRaw<{ uri: string; sequence: number | bigint }[]>`
      SELECT i."uri" AS "uri", max(j."sequence") AS "sequence"
      FROM (SELECT "id", "sequence" FROM "Job" ORDER BY "sequence" DESC LIMIT ${recentJobs}) j
      JOIN "JobItem" i ON i."jobId" = j."id" AND i."status" = 'done' AND i."action" <> 'list'
        AND i."uri" IN (SELECT value FROM json_each(${JSON.stringify(failed.map(({ uri }) => uri))}))
      GROUP BY i."uri"`
    const doneAt = new Map(done.map(({ uri, sequence }) => [uri, Number(sequence)]))
    const jobs = await prisma.job.findMany({
      where: { id: { in: [...new Set(failed.map(({ jobId }) => jobId))] } },
      select: { id: true, sequence: true, createdAt: true, startedAt: true, finishedAt: true },
    })
    const jobById = new Map(jobs.map((job) => [job.id, job]))
    const latest = new Map<string, { jobId: string; position: number }>()
    for (const { uri, jobId, position } of failed) {
      const job = jobById.get(jobId)
      if (job && !latest.has(uri) && (doneAt.get(uri) ?? -1) < job.sequence)
        latest.set(uri, { jobId, position: Number(position) })
    }
    return [...latest].map(([uri, { jobId, position }]) => {
      const { finishedAt, startedAt, createdAt } = jobById.get(jobId) as (typeof jobs)[number]
      const at = (finishedAt ?? startedAt ?? createdAt).toISOString()
      return { uri, jobId, position, at, error: { code: '', message: '', suggestion: '' } }
    })
  }
  /** With what each failed of. */
  const withErrors = async (items: readonly FailedItem[]): Promise<FailedItem[]> => {
    if (items.length === 0) return []
    const rows = await prisma.jobItem.findMany({
      where: { OR: items.map(({ jobId, position }) => ({ jobId, position })) },
      select: { jobId: true, position: true, error: true },
    })
    const errors = new Map(rows.map(({ jobId, position, error }) => [`${jobId} ${position}`, error]))
    return items.map((item) => ({
      ...item,
      error: (errors.get(`${item.jobId} ${item.position}`) as FailedItem['error'] | null) ?? item.error,
    }))
  }

  return {
    async list({ filter, order, offset, limit }) {
      const matching = toCondition(filter)
      const rows = await prisma.$queryRaw<(Document & { total: number })[]>`
        SELECT d.*, c."total" FROM (SELECT count(*) AS "total" FROM "Document" WHERE ${matching}) c
        LEFT JOIN (
          SELECT * FROM "Document" WHERE "id" IN (
            SELECT "id" FROM "Document" WHERE ${matching} ORDER BY ${orders[order]} LIMIT ${limit} OFFSET ${offset})
        ) d ON true
        ORDER BY ${orders[order]}`
      return { total: Number(rows[0]?.total ?? 0), documents: rows.filter((row) => row.id !== null).map(toSummary) }
    },
    async select(wanted) {
      const matching =
        'ids' in wanted
          ? Prisma.sql`"id" IN (SELECT value FROM json_each(${JSON.stringify(wanted.ids)}))`
          : toCondition(wanted.filter)
      return prisma.$queryRaw<{ id: string; uri: string; title: string }[]>`
        SELECT "id", "uri", "title" FROM "Document" WHERE ${matching} ORDER BY ${orders.updated}`
    },
    async describe(documents) {
      const ids = documents.map(({ id }) => id)
      const uris = documents.map(({ uri }) => uri)
      const [items, held, failures] = await Promise.all([
        prisma.sourceItem.findMany({
          where: { documentId: { in: ids } },
          select: { documentId: true, source: { select: { id: true, name: true } } },
          distinct: ['documentId', 'sourceId'],
          orderBy: { source: { name: 'asc' } },
        }),
        prisma.quarantine.findMany({ where: { uri: { in: uris }, status: 'held' }, select: { id: true, uri: true } }),
        findFailures({ uris }).then(withErrors),
      ])
      const states = new Map<string, DocumentState>()
      for (const { id, uri } of documents)
        states.set(id, {
          sources: items.filter(({ documentId }) => documentId === id).map(({ source }) => source),
          failure: failures.find((failure) => failure.uri === uri) ?? null,
          heldBack: held.find((each) => each.uri === uri)?.id ?? null,
        })
      return states
    },
    listSources: () => prisma.source.findMany({ select: { id: true, name: true }, orderBy: { name: 'asc' } }),
    async listFailed({ query = '', offset, limit }) {
      const all = await findFailures({ query })
      return { total: all.length, items: await withErrors(all.slice(offset, offset + limit)) }
    },
  }
}

const none = Prisma.empty

function toCondition(filter: DocumentFilter): Prisma.Sql {
  const { query = '', source, mediaType, language, tag } = filter
  const needle = query.normalize('NFC').trim()
  const conditions = [Prisma.sql`1 = 1`]
  if (needle !== '')
    conditions.push(
      Prisma.sql`(instr(lower("title"), lower(${needle})) > 0 OR instr(lower("uri"), lower(${needle})) > 0)`,
    )
  if (source === 'none')
    conditions.push(Prisma.sql`"id" NOT IN (SELECT "documentId" FROM "SourceItem" WHERE "documentId" IS NOT NULL)`)
  else if (source !== undefined)
    conditions.push(
      Prisma.sql`"id" IN (SELECT "documentId" FROM "SourceItem" WHERE "sourceId" = ${source} AND "documentId" IS NOT NULL)`,
    )
  if (mediaType !== undefined) conditions.push(Prisma.sql`"mediaType" = ${mediaType}`)
  if (language !== undefined) conditions.push(Prisma.sql`"language" = ${language}`)
  if (tag !== undefined)
    conditions.push(Prisma.sql`EXISTS (SELECT 1 FROM json_each("Document"."tags") WHERE value = ${tag})`)
  return Prisma.join(conditions, ' AND ')
}
