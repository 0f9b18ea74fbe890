import type { PrismaClient } from '../prisma-client.js'

/** The stored texts of versions, by id. */
export async function getTexts(options: {
  prisma: PrismaClient
  versionIds: readonly string[]
}): Promise<Map<string, string>> {
  const ids = JSON.stringify(options.versionIds)
  const rows = await options.prisma.$queryRaw<{ id: string; text: string }[]>`
    SELECT "id", "text" FROM "DocumentVersion" WHERE "id" IN (SELECT value FROM json_each(${ids}))`
  return new Map(rows.map(({ id, text }) => [id, text]))
}
