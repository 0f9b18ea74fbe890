import { type AccountRepository, type ApiKeySummary, type KeyScope, ShuttenError } from '@shutten/core'
import type { ApiKey as Row } from '../generated/prisma/client.js'
import type { PrismaClient } from '../prisma-client.js'
import type { Clock } from './clock.js'
import { createId } from './create-id.js'

/** A key used within this time is not written again. */
const usedEveryMs = 60 * 1000

type ApiKeyMethods = Pick<AccountRepository, 'createApiKey' | 'findApiKey' | 'listApiKeys' | 'removeApiKey'>

export function createApiKeyMethods(options: { prisma: PrismaClient; clock: Clock }): ApiKeyMethods {
  const { prisma, clock } = options
  return {
    async createApiKey({ name, tokenHash, scopes, prefix, expiresAt = null, createdBy = null }) {
      const data = { id: createId(), name, tokenHash, scopes: [...scopes], prefix, expiresAt, createdBy }
      const { id } = await prisma.apiKey.create({ data: { ...data, createdAt: clock() } })
      return { id }
    },
    async findApiKey(tokenHash) {
      const now = clock()
      const row = await prisma.apiKey.findFirst({
        where: { tokenHash, OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] },
      })
      if (!row) return null
      if (row.lastUsedAt === null || now.getTime() - row.lastUsedAt.getTime() >= usedEveryMs)
        await prisma.apiKey.updateMany({ where: { tokenHash }, data: { lastUsedAt: now } })
      return { id: row.id, name: row.name, scopes: row.scopes as KeyScope[] }
    },
    async listApiKeys() {
      const rows = await prisma.apiKey.findMany({ orderBy: [{ createdAt: 'desc' }, { id: 'asc' }] })
      return rows.map(toSummary)
    },
    async removeApiKey(id) {
      const row = await prisma.$transaction(async (tx) => {
        const found = await tx.apiKey.findUnique({ where: { id } })
        return found && tx.apiKey.delete({ where: { id } })
      })
      if (row) return toSummary(row)
      throw new ShuttenError({
        code: 'API_KEY_NOT_FOUND',
        message: 'There is no such API key.',
        suggestion: 'See GET /api/v1/api-keys for those that there are.',
      })
    },
  }
}

function toSummary({ id, name, scopes, prefix, createdAt, createdBy, expiresAt, lastUsedAt }: Row): ApiKeySummary {
  return {
    id,
    name,
    scopes: scopes as KeyScope[],
    prefix,
    createdAt: createdAt.toISOString(),
    createdBy,
    expiresAt: expiresAt?.toISOString() ?? null,
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  }
}
