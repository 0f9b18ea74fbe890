import type { SettingsRepository } from '@shutten/core'
import type { PrismaClient } from '../prisma-client.js'

export function createSettingsRepository(options: { prisma: PrismaClient }): SettingsRepository {
  const { prisma } = options
  return {
    async find(key) {
      return (await prisma.setting.findUnique({ where: { key } }))?.value ?? null
    },
    async findMany(keys) {
      const rows = await prisma.setting.findMany({ where: { key: { in: [...keys] } } })
      return new Map(rows.map(({ key, value }) => [key, value]))
    },
    async replace({ key, before, value }) {
      // One statement decides: of two that save at once, one finds what it saw.
      const changed =
        before === null
          ? await prisma.$executeRaw`
              INSERT INTO "Setting" ("key", "value") VALUES (${key}, ${value}) ON CONFLICT ("key") DO NOTHING`
          : await prisma.$executeRaw`
              UPDATE "Setting" SET "value" = ${value} WHERE "key" = ${key} AND "value" = ${before}`
      return changed === 1
    },
    async save(key, value) {
      await prisma.setting.upsert({ where: { key }, create: { key, value }, update: { value } })
    },
  }
}
