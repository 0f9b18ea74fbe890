import { createHash } from 'node:crypto'
import type { Connection } from './connection/open-connection.js'
import type { PrismaClient } from './prisma-client.js'
import { readReadableRows } from './salvage/read-readable-rows.js'

/** Texts that are read at once. */
const textsPerRead = 100

/** Reads the whole file and what must agree in it. Gives what is wrong, in words; empty when all is well. */
export async function checkRecords(options: { prisma: PrismaClient; connection: Connection }): Promise<string[]> {
  const { prisma, connection } = options
  const problems: string[] = []
  const integrity = await prisma.$queryRaw<{ integrity_check: string }[]>`PRAGMA integrity_check(20)`
  for (const row of integrity)
    if (row.integrity_check !== 'ok') problems.push(`The database file is damaged: ${row.integrity_check}`)
  problems.push(...findUnreadableRows(connection))
  if (problems.length === 0) problems.push(...findMalformedValues(connection))
  // libsql ends the process over a text that is none: what is damaged is not asked any further.
  if (problems.length > 0) return problems
  const [counts] = await prisma.$queryRaw<Record<string, number>[]>`
    SELECT
      (SELECT count(*) FROM pragma_foreign_key_check) AS "rows that refer to missing ones",
      (SELECT count(*) FROM "DocumentVersion" v
        WHERE v."passages" <> (SELECT count(*) FROM "Passage" p WHERE p."versionId" = v."id"))
        AS "document versions whose number of passages is wrong",
      (SELECT count(*) FROM "Passage" p JOIN "DocumentVersion" v ON v."id" = p."versionId"
        WHERE p."start" < 0 OR p."end" <= p."start" OR p."end" > v."characters")
        AS "passages that reach outside of their text",
      (SELECT count(*) FROM "Document") - (SELECT count(*) FROM "GenerationDocument" g JOIN "Serving" s USING ("generationId")
        JOIN "Document" d ON d."id" = g."documentId" AND d."currentVersionId" = g."versionId")
        AS "documents that the serving generation does not hold",
      (SELECT count(*) FROM "GenerationDocument" g JOIN "Serving" s USING ("generationId")
        WHERE NOT EXISTS (SELECT 1 FROM "Document" d WHERE d."id" = g."documentId"))
        AS "documents of the serving generation that are missing",
      (SELECT count(*) FROM "Generation" n JOIN "Serving" s ON s."generationId" = n."id"
        WHERE n."documents" <> (SELECT count(*) FROM "GenerationDocument" g WHERE g."generationId" = n."id"))
        AS "serving generation whose number of documents is wrong",
      (SELECT count(*) FROM (SELECT "conversationId" FROM "Turn" GROUP BY "conversationId" HAVING max("index") <> count(*) - 1))
        AS "conversations with turns missing",
      (SELECT count(*) FROM (SELECT "modelId" FROM "EmbeddingVector" GROUP BY "modelId"
        HAVING min(length("vector")) <> max(length("vector")))) AS "models whose vectors differ in length"`
  for (const [problem, count] of Object.entries(counts ?? {}))
    if (Number(count) !== 0) problems.push(`${count} ${problem}`)
  const changed = await countChangedTexts(prisma)
  if (changed > 0) problems.push(`${changed} texts that are not what was stored`)
  return problems
}

/** SQLite has no checksums of its own: a bit that was flipped inside a text is seen here only. */
async function countChangedTexts(prisma: PrismaClient): Promise<number> {
  let changed = 0
  for (let last = ''; ; ) {
    const rows = await prisma.$queryRaw<{ id: string; text: ArrayBuffer; textHash: string }[]>`
      SELECT "id", CAST("text" AS BLOB) AS "text", "textHash" FROM "DocumentVersion"
      WHERE "id" > ${last} ORDER BY "id" LIMIT ${textsPerRead}`
    for (const { text, textHash } of rows)
      if (createHash('sha256').update(new Uint8Array(text)).digest('hex') !== textHash) changed += 1
    const end = rows.at(-1)?.id
    if (end === undefined || rows.length < textsPerRead) return changed
    last = end
  }
}

/** JSON that is none, times that are none. */
function findMalformedValues(connection: Connection): string[] {
  const columns = connection
    .prepare(
      `SELECT t.name AS "table", c.name AS "column", c.type AS "type" FROM sqlite_schema t, pragma_table_info(t.name) c
       WHERE t.type = 'table' AND c.type IN ('JSONB', 'DATETIME')`,
    )
    .all() as { table: string; column: string; type: string }[]
  return columns.flatMap(({ table, column, type }) => {
    const isMalformed = type === 'JSONB' ? `NOT json_valid("${column}")` : `julianday("${column}") IS NULL`
    const [row] = connection
      .prepare(`SELECT count(*) AS "count" FROM "${table}" WHERE typeof("${column}") = 'text' AND ${isMalformed}`)
      .all() as { count: number }[]
    return row && row.count > 0 ? [`${row.count} rows of ${table} whose ${column} cannot be understood`] : []
  })
}

function findUnreadableRows(connection: Connection): string[] {
  const tables = connection.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all() as { name: string }[]
  return tables.flatMap(({ name }) => {
    const rows = readReadableRows({ connection, table: name })
    let read = rows.next()
    while (!read.done) read = rows.next()
    return read.value === 0 ? [] : [`${read.value} rows of ${name} cannot be read`]
  })
}
