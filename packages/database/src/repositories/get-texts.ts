import type { PrismaClient } from '../prisma-client.js'

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/**
 * The stored texts of versions, by id. Read as bytes: the driver ends a text at its first zero character, which would
 * move every offset behind it.
 */
export async function getTexts(options: {
  prisma: PrismaClient
  versionIds: readonly string[]
}): Promise<Map<string, string>> {
  const ids = JSON.stringify(options.versionIds)
  const rows = await options.prisma.$queryRaw<{ id: string; text: Uint8Array }[]>`
    SELECT "id", CAST("text" AS BLOB) AS "text" FROM "DocumentVersion"
    WHERE "id" IN (SELECT value FROM json_each(${ids}))`
  return new Map(rows.map((row) => [row.id, decoder.decode(row.text)]))
}
