import { createHash } from 'node:crypto'
import type { Connection } from '../connection/open-connection.js'

export interface MendedRecords {
  /** Documents that served before; null where that is not known. */
  documentsBefore: number | null
  /** Addresses of documents that are gone, as far as they are known. */
  lost: string[]
  sources: { name: string; isVisited: boolean }[]
}

/**
 * Makes salvaged rows agree with each other: texts that are not what was stored go, documents whose row is lost come back
 * from the version that was indexed, or from their newest where it is lost which that was, and what refers to a missing row goes.
 * Sources are to be asked for everything again.
 *
 * @param options.lost addresses of documents that were there
 * @param options.isCut rows may be missing of which nothing is known
 */
export function mendRecords(options: {
  connection: Connection
  lost: Iterable<string>
  isCut: boolean
  now: Date
}): MendedRecords {
  const { connection, isCut, now } = options
  const all = <Row>(sql: string, ...values: unknown[]) => connection.prepare(sql).all(...values) as Row[]
  const lost = new Set(options.lost)
  dropChangedTexts({ connection, lost })
  for (const { uri } of all<{ uri: string }>(
    'SELECT "uri" FROM "Document" WHERE "currentVersionId" NOT IN (SELECT "id" FROM "DocumentVersion")',
  ))
    lost.add(uri)
  const [serving] = all<{ documents: number; held: number }>(`
    SELECT g."documents", (SELECT count(*) FROM "GenerationDocument" d WHERE d."generationId" = g."id") AS "held"
    FROM "Generation" g JOIN "Serving" s ON s."generationId" = g."id"`)
  connection.exec(`
    DELETE FROM "Document" WHERE "currentVersionId" NOT IN (SELECT "id" FROM "DocumentVersion");
    ${restoreFrom('"GenerationDocument" g JOIN "Serving" s USING ("generationId") JOIN "DocumentVersion" v ON v."id" = g."versionId"')}`)
  // Which version served is lost with the rows that said so.
  if (isCut && (!serving || serving.held < serving.documents))
    connection.exec(
      restoreFrom(
        `(SELECT *, max("createdAt") FROM "DocumentVersion" GROUP BY "documentId") v`,
        'WHERE v."documentId" NOT IN (SELECT "id" FROM "Document")',
      ),
    )
  // Passages are cut anew with the index; a version counts its own.
  connection.exec(
    `UPDATE "DocumentVersion" SET "passages" = (SELECT count(*) FROM "Passage" p WHERE p."versionId" = "DocumentVersion"."id")`,
  )
  dropReferences(connection)
  const left = new Set(all<{ uri: string }>('SELECT "uri" FROM "Document"').map(({ uri }) => uri))
  return {
    documentsBefore: serving?.documents ?? null,
    lost: [...lost].filter((uri) => !left.has(uri)).sort(),
    sources: askSourcesAgain({ connection, now }),
  }
}

function dropChangedTexts({ connection, lost }: { connection: Connection; lost: Set<string> }): void {
  const versions = connection.prepare('SELECT "id", "uri" FROM "DocumentVersion"').all() as {
    id: string
    uri: string
  }[]
  const find = connection.prepare('SELECT "text", "textHash" FROM "DocumentVersion" WHERE "id" = ?')
  const drop = connection.prepare('DELETE FROM "DocumentVersion" WHERE "id" = ?')
  for (const { id, uri } of versions) {
    const [{ text, textHash }] = find.all(id) as [{ text: string; textHash: string }]
    if (createHash('sha256').update(text).digest('hex') === textHash) continue
    lost.add(uri)
    drop.run(id)
  }
}

function restoreFrom(versions: string, where = ''): string {
  return `
    INSERT OR IGNORE INTO "Document" ("id", "uri", "title", "language", "mediaType", "contentHash", "characters",
      "passages", "tags", "publishedAt", "currentVersionId", "createdAt", "updatedAt")
    SELECT v."documentId", v."uri", v."title", v."language", v."mediaType", v."contentHash", v."characters",
      v."passages", v."tags", v."publishedAt", v."id", v."createdAt", v."createdAt"
    FROM ${versions} ${where};`
}

/** Removes rows that refer to missing ones, and those that refer to them. */
function dropReferences(connection: Connection): void {
  for (;;) {
    const broken = connection.prepare('PRAGMA foreign_key_check').all() as { table: string; rowid: number }[]
    if (broken.length === 0) return
    for (const { table, rowid } of broken) connection.prepare(`DELETE FROM "${table}" WHERE rowid = ?`).run(rowid)
  }
}

/** What a server said the last time vouches for documents that may be lost. A source that is not visited by itself is left to its owner. */
function askSourcesAgain({ connection, now }: { connection: Connection; now: Date }): MendedRecords['sources'] {
  const isVisited = '"enabled" AND "nextRunAt" IS NOT NULL'
  const at = now.toISOString().replace('Z', '+00:00')
  connection.prepare(`UPDATE "Source" SET "validators" = NULL, "nextRunAt" = iif(${isVisited}, ?, "nextRunAt")`).run(at)
  const sources = connection
    .prepare(`SELECT "name", ${isVisited} AS "isVisited" FROM "Source" ORDER BY "name"`)
    .all() as { name: string; isVisited: number }[]
  return sources.map(({ name, isVisited }) => ({ name, isVisited: Boolean(isVisited) }))
}
