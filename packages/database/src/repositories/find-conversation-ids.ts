import { foldText } from '@shutten/text'
import type { PrismaClient } from '../prisma-client.js'

/**
 * One page of the ids of an owner's conversations, pinned and last used first, and how many there are in all. Each word of
 * the query has to stand in the title or in a turn. Rows without a folded form are compared as SQLite folds: case alone.
 */
export async function findConversationIds(options: {
  prisma: PrismaClient
  owner: string
  query: string
  offset: number
  limit: number
}): Promise<{ total: number; ids: string[] }> {
  const { prisma, owner, offset, limit } = options
  const words = JSON.stringify(options.query.split(/\s+/u).map(foldText).filter(Boolean))
  // One statement, so that the page and its total agree.
  const rows = await prisma.$queryRaw<{ id: string | null; total: number | bigint }[]>`
    WITH matching AS (
      SELECT c."id", c."pinnedAt", c."updatedAt" FROM "Conversation" c
      WHERE c."owner" = ${owner} AND NOT EXISTS (
        SELECT 1 FROM json_each(${words}) w
        WHERE instr(CASE c."foldedTitle" WHEN '' THEN lower(c."title") ELSE c."foldedTitle" END, w."value") = 0
          AND NOT EXISTS (
            SELECT 1 FROM "Turn" t
            WHERE t."conversationId" = c."id" AND instr(
              CASE t."folded" WHEN '' THEN lower(t."question" || ' ' || json_extract(t."answer", '$.answer'))
              ELSE t."folded" END, w."value") > 0)))
    SELECT m."id", (SELECT count(*) FROM matching) AS "total"
    FROM (SELECT 1) LEFT JOIN (
      SELECT * FROM matching
      ORDER BY "pinnedAt" IS NULL, "updatedAt" DESC, "id" LIMIT ${limit} OFFSET ${offset}) m`
  return { total: Number(rows[0]?.total ?? 0), ids: rows.flatMap(({ id }) => (id === null ? [] : [id])) }
}
