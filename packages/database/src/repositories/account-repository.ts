import { type AccountRepository, type Role, ShuttenError } from '@shutten/core'
import type { Account as Row } from '../generated/prisma/client.js'
import type { PrismaClient } from '../prisma-client.js'
import { createApiKeyMethods } from './api-key-methods.js'
import type { Clock } from './clock.js'
import { createId } from './create-id.js'
import { createSessionMethods } from './session-methods.js'
import { toAccount } from './to-account.js'

type Transaction = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0]

export function createAccountRepository(options: { prisma: PrismaClient; clock: Clock }): AccountRepository {
  const { prisma, clock } = options
  return {
    async findByName(name) {
      const row = await prisma.account.findUnique({ where: { name } })
      return row && toAccount(row)
    },
    get: async (id) => toAccount(await getRow(prisma, id)),
    count: () => prisma.account.count(),
    async list() {
      const rows = await prisma.account.findMany({ orderBy: { name: 'asc' } })
      return rows.map((row) => {
        const { passwordHash: _, ...account } = toAccount(row)
        const lastSignInAt = row.lastSignInAt?.toISOString() ?? null
        return { ...account, createdAt: row.createdAt.toISOString(), lastSignInAt }
      })
    },
    async save({ name, role, passwordHash }) {
      const row = await prisma.account.upsert({
        where: { name },
        create: { id: createId(), name, role, passwordHash, createdAt: clock() },
        update: { role, passwordHash, disabledAt: null },
      })
      return toAccount(row)
    },
    async create({ name, role, passwordHash }) {
      const row = await prisma.$transaction(async (tx) => {
        if (await tx.account.findUnique({ where: { name } })) throw exists(name)
        return tx.account.create({ data: { id: createId(), name, role, passwordHash, createdAt: clock() } })
      })
      return toAccount(row)
    },
    async change(id, { role, isDisabled }) {
      const row = await prisma.$transaction(async (tx) => {
        const before = await getRow(tx, id)
        const nextRole = role ?? (before.role as Role)
        const disabledAt = isDisabled === undefined ? before.disabledAt : isDisabled ? clock() : null
        if (nextRole !== 'admin' || disabledAt !== null) await keepAnAdmin(tx, before)
        if (isDisabled) await tx.session.deleteMany({ where: { accountId: id } })
        return tx.account.update({ where: { id }, data: { role: nextRole, disabledAt } })
      })
      return toAccount(row)
    },
    async setPassword(id, passwordHash) {
      await prisma.$transaction(async (tx) => {
        await getRow(tx, id)
        await tx.account.update({ where: { id }, data: { passwordHash } })
        await tx.session.deleteMany({ where: { accountId: id } })
      })
    },
    async remove(id) {
      const row = await prisma.$transaction(async (tx) => {
        const before = await getRow(tx, id)
        await keepAnAdmin(tx, before)
        return tx.account.delete({ where: { id } })
      })
      return toAccount(row)
    },
    ...createSessionMethods({ prisma, clock }),
    ...createApiKeyMethods({ prisma, clock }),
  }
}

async function getRow(tx: Pick<Transaction, 'account'>, id: string): Promise<Row> {
  const row = await tx.account.findUnique({ where: { id } })
  if (row) return row
  throw new ShuttenError({
    code: 'ACCOUNT_NOT_FOUND',
    message: 'There is no such account.',
    suggestion: 'See GET /api/v1/accounts for those that there are.',
  })
}

/** Transactions begin IMMEDIATE: no other one can take the other admin away meanwhile. */
async function keepAnAdmin(tx: Transaction, leaving: Row): Promise<void> {
  if (leaving.role !== 'admin' || leaving.disabledAt !== null) return
  const others = await tx.account.count({ where: { role: 'admin', disabledAt: null, id: { not: leaving.id } } })
  if (others > 0) return
  throw new ShuttenError({
    code: 'LAST_ADMIN',
    message: `“${leaving.name}” is the last admin who can sign in.`,
    suggestion: 'Make another account an admin first.',
  })
}

function exists(name: string): ShuttenError {
  return new ShuttenError({
    code: 'ACCOUNT_EXISTS',
    message: `There is an account “${name}” already.`,
    suggestion: 'Choose another name, or change that account.',
  })
}
