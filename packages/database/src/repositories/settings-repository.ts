import type { SettingsRepository } from '@shutten/core'
import type { PrismaClient } from '../prisma-client.js'

export function createSettingsRepository(options: { prisma: PrismaClient }): SettingsRepository {
  const { prisma } = options
  return {
    async find(key) {
      return (await prisma.setting.findUnique({ where: { key } }))?.value ?? null
    },
    async save(key, value) {
      await prisma.setting.upsert({ where: { key }, create: { key, value }, update: { value } })
    },
  }
}
