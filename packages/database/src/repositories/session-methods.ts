import { type AccountRepository, ShuttenError } from '@shutten/core'
import type { PrismaClient } from '../prisma-client.js'
import type { Clock } from './clock.js'
import { createId } from './create-id.js'
import { toAccount } from './to-account.js'

/** A session seen within this time is not written again: most requests only read. */
const seenEveryMs = 5 * 60 * 1000

type SessionMethods = Pick<
  AccountRepository,
  'createSession' | 'findSession' | 'removeSession' | 'listSessions' | 'endSession' | 'endOtherSessions'
>

export function createSessionMethods(options: { prisma: PrismaClient; clock: Clock }): SessionMethods {
  const { prisma, clock } = options
  return {
    async createSession({ accountId, tokenHash, expiresAt, userAgent = null, address = null }) {
      const now = clock()
      const session = { id: createId(), accountId, tokenHash, expiresAt, createdAt: now, lastSeenAt: now }
      await prisma.$transaction([
        prisma.session.deleteMany({ where: { expiresAt: { lte: now } } }),
        prisma.session.create({ data: { ...session, userAgent: userAgent?.slice(0, 500) ?? null, address } }),
        prisma.account.update({ where: { id: accountId }, data: { lastSignInAt: now } }),
      ])
    },
    async findSession(tokenHash) {
      const now = clock()
      const row = await prisma.session.findFirst({
        where: { tokenHash, expiresAt: { gt: now }, account: { disabledAt: null } },
        include: { account: true },
      })
      if (!row) return null
      if (row.lastSeenAt === null || now.getTime() - row.lastSeenAt.getTime() >= seenEveryMs)
        await prisma.session.updateMany({ where: { tokenHash }, data: { lastSeenAt: now } })
      return { id: row.id, account: toAccount(row.account), expiresAt: row.expiresAt.toISOString() }
    },
    async removeSession(tokenHash) {
      await prisma.session.deleteMany({ where: { tokenHash } })
    },
    async listSessions(accountId) {
      const rows = await prisma.session.findMany({
        where: { accountId, expiresAt: { gt: clock() } },
        orderBy: [{ lastSeenAt: 'desc' }, { createdAt: 'desc' }],
      })
      return rows.map(({ id, createdAt, expiresAt, lastSeenAt, userAgent, address }) => ({
        id,
        createdAt: createdAt.toISOString(),
        expiresAt: expiresAt.toISOString(),
        lastSeenAt: lastSeenAt?.toISOString() ?? null,
        userAgent,
        address,
      }))
    },
    async endSession({ accountId, id }) {
      const { count } = await prisma.session.deleteMany({ where: { accountId, id } })
      if (count > 0) return
      throw new ShuttenError({
        code: 'SESSION_NOT_FOUND',
        message: 'There is no such session.',
        suggestion: 'It may be over already: load the list again.',
      })
    },
    async endOtherSessions({ accountId, keep }) {
      const { count } = await prisma.session.deleteMany({
        where: { accountId, ...(keep === null ? {} : { id: { not: keep } }) },
      })
      return count
    },
  }
}
