import type { Account, AccountRepository, Role } from '@shutten/core'
import type { PrismaClient } from '../prisma-client.js'
import type { Clock } from './clock.js'
import { createId } from './create-id.js'

export function createAccountRepository(options: { prisma: PrismaClient; clock: Clock }): AccountRepository {
  const { prisma, clock } = options
  return {
    async findByName(name) {
      const row = await prisma.account.findUnique({ where: { name } })
      return row && toAccount(row)
    },
    count: () => prisma.account.count(),
    async save({ name, role, passwordHash }) {
      const row = await prisma.account.upsert({
        where: { name },
        create: { id: createId(), name, role, passwordHash, createdAt: clock() },
        update: { role, passwordHash },
      })
      return toAccount(row)
    },
    async createSession({ accountId, tokenHash, expiresAt }) {
      const now = clock()
      await prisma.session.deleteMany({ where: { expiresAt: { lte: now } } })
      await prisma.session.create({ data: { accountId, tokenHash, expiresAt, createdAt: now } })
    },
    async findSession(tokenHash) {
      const row = await prisma.session.findFirst({
        where: { tokenHash, expiresAt: { gt: clock() } },
        include: { account: true },
      })
      return row && { account: toAccount(row.account), expiresAt: row.expiresAt.toISOString() }
    },
    async removeSession(tokenHash) {
      await prisma.session.deleteMany({ where: { tokenHash } })
    },
    async createApiKey({ name, tokenHash, role }) {
      const { id } = await prisma.apiKey.create({ data: { id: createId(), name, tokenHash, role, createdAt: clock() } })
      return { id }
    },
    async findApiKey(tokenHash) {
      const row = await prisma.apiKey.findUnique({ where: { tokenHash } })
      return row && { id: row.id, name: row.name, role: row.role as Role }
    },
  }
}

function toAccount(row: { id: string; name: string; role: string; passwordHash: string }): Account {
  return { id: row.id, name: row.name, role: row.role as Role, passwordHash: row.passwordHash }
}
