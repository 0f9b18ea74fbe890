import { createHash } from 'node:crypto'
import type { Connection } from '../connection/open-connection.js'

/**
 * Makes salvaged rows agree with each other: texts that are not what was stored go, documents whose row is lost come back
 * from the version that was indexed, and what refers to a missing row goes. Gives the addresses of documents that are lost.
 */
export function mendRecords({ connection }: { connection: Connection }): string[] {
  const all = <Row>(sql: string, ...values: unknown[]) => connection.prepare(sql).all(...values) as Row[]
  connection.exec('PRAGMA foreign_keys = OFF')
  const lost = new Set<string>()
  for (const { id, uri, text, textHash } of all<{ id: string; uri: string; text: string; textHash: string }>(
    'SELECT "id", "uri", "text", "textHash" FROM "DocumentVersion"',
  ))
    if (createHash('sha256').update(text).digest('hex') !== textHash) {
      lost.add(uri)
      connection.prepare('DELETE FROM "DocumentVersion" WHERE "id" = ?').run(id)
    }
  for (const { uri } of all<{ uri: string }>(
    'SELECT "uri" FROM "Document" WHERE "currentVersionId" NOT IN (SELECT "id" FROM "DocumentVersion")',
  ))
    lost.add(uri)
  // Passages are cut anew with the index; a version counts its own.
  connection.exec(`
    DELETE FROM "Document" WHERE "currentVersionId" NOT IN (SELECT "id" FROM "DocumentVersion");
    INSERT OR IGNORE INTO "Document" ("id", "uri", "title", "language", "mediaType", "contentHash", "characters",
      "passages", "tags", "publishedAt", "currentVersionId", "createdAt", "updatedAt")
    SELECT v."documentId", v."uri", v."title", v."language", v."mediaType", v."contentHash", v."characters",
      v."passages", v."tags", v."publishedAt", v."id", v."createdAt", v."createdAt"
    FROM "DocumentVersion" v JOIN "GenerationDocument" g ON g."versionId" = v."id"
    JOIN "Serving" s ON s."generationId" = g."generationId";
    UPDATE "DocumentVersion" SET "passages" = (SELECT count(*) FROM "Passage" p WHERE p."versionId" = "DocumentVersion"."id");`)
  dropReferences(connection)
  const left = new Set(all<{ uri: string }>('SELECT "uri" FROM "Document"').map(({ uri }) => uri))
  connection.exec('PRAGMA foreign_keys = ON')
  return [...lost].filter((uri) => !left.has(uri)).sort()
}

/** Removes rows that refer to missing ones, and those that refer to them. */
function dropReferences(connection: Connection): void {
  for (;;) {
    const broken = connection.prepare('PRAGMA foreign_key_check').all() as { table: string; rowid: number }[]
    if (broken.length === 0) return
    for (const { table, rowid } of broken) connection.prepare(`DELETE FROM "${table}" WHERE rowid = ?`).run(rowid)
  }
}
