import {
  type HygieneFinding,
  type QuarantinedDocument,
  type QuarantineRepository,
  type QuarantineStatus,
  ShuttenError,
} from '@shutten/core'
import type { Quarantine as Row } from '../generated/prisma/client.js'
import type { PrismaClient } from '../prisma-client.js'
import type { Clock } from './clock.js'
import { createId } from './create-id.js'
import { toJson } from './json.js'

export function createQuarantineRepository(options: { prisma: PrismaClient; clock: Clock }): QuarantineRepository {
  const { prisma, clock } = options
  return {
    async hold({ uri, findings, ...document }) {
      const kinds = `,${[...new Set(findings.map(({ kind }) => kind))].join()},`
      const content = { ...document, findings: findings.map(toJson), kinds }
      await prisma.$transaction(async (tx) => {
        const known = await tx.quarantine.findUnique({ where: { uri }, select: { textHash: true } })
        if (known?.textHash === document.textHash) return
        const fresh = { ...content, status: 'held', createdAt: clock(), decidedAt: null }
        await tx.quarantine.upsert({ where: { uri }, create: { id: createId(), uri, ...fresh }, update: fresh })
      })
    },
    async isReleased({ uri, textHash }) {
      return (await prisma.quarantine.count({ where: { uri, textHash, status: 'released' } })) > 0
    },
    async list({ statuses, kind, query = '', offset = 0, limit = 50 } = {}) {
      const needle = query.normalize('NFC').trim()
      const where = {
        ...(statuses && { status: { in: [...statuses] } }),
        ...(kind && { kinds: { contains: `,${kind},` } }),
        ...(needle && { OR: [{ title: { contains: needle } }, { uri: { contains: needle } }] }),
      }
      const orderBy = [{ createdAt: 'desc' }, { id: 'desc' }] as const
      // Which rows, by an index alone; then those rows: a page far down must not read the texts of all before it.
      const [total, page] = await prisma.$transaction([
        prisma.quarantine.count({ where }),
        prisma.quarantine.findMany({ where, orderBy: [...orderBy], skip: offset, take: limit, select: { id: true } }),
      ])
      const rows = await prisma.quarantine.findMany({
        where: { id: { in: page.map(({ id }) => id) } },
        orderBy: [...orderBy],
        omit: { text: true },
      })
      return { total, documents: rows.map(describe) }
    },
    async find(id) {
      const row = await prisma.quarantine.findUnique({ where: { id } })
      return row && { ...describe(row), text: row.text }
    },
    async countHeld() {
      return prisma.quarantine.count({ where: { status: 'held' } })
    },
    async decide(id, status, { textHash } = {}) {
      const { count } = await prisma.quarantine.updateMany({
        where: { id, ...(textHash && { textHash }) },
        data: { status, decidedAt: clock() },
      })
      const row = await prisma.quarantine.findUnique({ where: { id } })
      if (row && count > 0) return { ...describe(row), text: row.text }
      if (row)
        throw new ShuttenError({
          code: 'QUARANTINE_CHANGED',
          message: `What is held back of ${row.uri} is no longer what you looked at: its source has changed.`,
          suggestion: 'Look at it again, then decide.',
        })
      throw new ShuttenError({
        code: 'DOCUMENT_NOT_FOUND',
        message: `Nothing is held back under ${id}.`,
        suggestion: 'Look at the list of what is held back for its id.',
      })
    },
    async drop(uri) {
      await prisma.quarantine.deleteMany({ where: { uri } })
    },
  }
}

function describe(row: Omit<Row, 'text'>): Omit<QuarantinedDocument, 'text'> {
  const { id, uri, title, mediaType, textHash } = row
  return {
    id,
    uri,
    title,
    mediaType,
    textHash,
    findings: row.findings as unknown as HygieneFinding[],
    status: row.status as QuarantineStatus,
    createdAt: row.createdAt.toISOString(),
    decidedAt: row.decidedAt?.toISOString() ?? null,
  }
}
