import { type PasskeyRepository, type PasskeySummary, ShuttenError } from '@shutten/core'
import type { Passkey as Row } from '../generated/prisma/client.js'
import type { PrismaClient } from '../prisma-client.js'
import type { Clock } from './clock.js'
import { createId } from './create-id.js'

export function createPasskeyRepository(options: { prisma: PrismaClient; clock: Clock }): PasskeyRepository {
  const { prisma, clock } = options
  return {
    async create({ publicKey, ...passkey }) {
      const row = await prisma.$transaction(async (tx) => {
        if (!(await tx.account.findUnique({ where: { id: passkey.accountId } })))
          throw new ShuttenError({
            code: 'ACCOUNT_NOT_FOUND',
            message: 'There is no such account.',
            suggestion: 'Sign in again.',
          })
        if (await tx.passkey.findUnique({ where: { credentialId: passkey.credentialId } }))
          throw new ShuttenError({
            code: 'PASSKEY_REFUSED',
            message: 'This passkey is registered already.',
            suggestion: 'Sign in with it, or choose another device.',
          })
        const bytes = new Uint8Array(publicKey)
        return tx.passkey.create({ data: { ...passkey, id: createId(), publicKey: bytes, createdAt: clock() } })
      })
      return toSummary(row)
    },
    async findByCredential(credentialId) {
      const row = await prisma.passkey.findUnique({ where: { credentialId } })
      if (!row) return null
      const { id, accountId, publicKey, counter, transports } = row
      return { id, accountId, credentialId, publicKey, counter, transports: transports as string[] }
    },
    async list(accountId) {
      const rows = await prisma.passkey.findMany({
        where: { accountId },
        orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
      })
      return rows.map(toSummary)
    },
    async count(accountIds) {
      const rows = await prisma.passkey.groupBy({
        by: ['accountId'],
        where: { accountId: { in: [...accountIds] } },
        _count: true,
      })
      return new Map(rows.map(({ accountId, _count: count }) => [accountId, count]))
    },
    async listCredentials(accountId) {
      const rows = await prisma.passkey.findMany({ where: { accountId } })
      return rows.map(({ credentialId, transports }) => ({ credentialId, transports: transports as string[] }))
    },
    async noteUse({ id, before, counter }) {
      const { count } = await prisma.passkey.updateMany({
        where: { id, counter: before },
        data: { counter, lastUsedAt: clock() },
      })
      return count === 1
    },
    async remove({ accountId, id }) {
      const row = await prisma.$transaction(async (tx) => {
        const found = await tx.passkey.findFirst({ where: { accountId, id } })
        return found && tx.passkey.delete({ where: { id } })
      })
      if (row) return toSummary(row)
      throw new ShuttenError({
        code: 'PASSKEY_NOT_FOUND',
        message: 'There is no such passkey.',
        suggestion: 'It may have been removed already: load the list again.',
      })
    },
    async removeAll(accountId) {
      return (await prisma.passkey.deleteMany({ where: { accountId } })).count
    },
  }
}

function toSummary({ id, name, isSynced, rpId, createdAt, lastUsedAt }: Row): PasskeySummary {
  return {
    id,
    name,
    isSynced,
    rpId,
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  }
}
