import type { LeaseRepository } from '@shutten/core'
import type { PrismaClient } from '../prisma-client.js'
import type { Clock } from './clock.js'

export function createLeaseRepository(options: { prisma: PrismaClient; clock: Clock }): LeaseRepository {
  const { prisma, clock } = options
  return {
    async acquire({ name, owner, ttlMs }) {
      const now = clock()
      const expiresAt = new Date(now.getTime() + ttlMs)
      // One statement decides: of two processes that ask at once, one gets a row back.
      const rows = await prisma.$queryRaw<unknown[]>`
        INSERT INTO "Lease" ("name", "owner", "expiresAt") VALUES (${name}, ${owner}, ${expiresAt})
        ON CONFLICT ("name") DO UPDATE SET "owner" = excluded."owner", "expiresAt" = excluded."expiresAt"
        WHERE "Lease"."owner" = excluded."owner" OR "Lease"."expiresAt" <= ${now}
        RETURNING "name"`
      return rows.length === 1
    },
    async release({ name, owner }) {
      await prisma.lease.deleteMany({ where: { name, owner } })
    },
    async findHolder(name) {
      const lease = await prisma.lease.findFirst({ where: { name, expiresAt: { gt: clock() } } })
      return lease && { owner: lease.owner, expiresAt: lease.expiresAt.toISOString() }
    },
  }
}
