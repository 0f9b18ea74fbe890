import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createTemporaryFolder } from '@shutten/testing'
import Sqlite from 'libsql'
import { describe, expect, it } from 'vitest'
import { createDatabase, type Database } from '../create-database.js'
import { sampleStaging } from '../suites/sample-staging.js'
import { prepareByteQuery, readByteRows } from './read-as-bytes.js'

/** Records with one text that is not UTF-8: a cast tells SQLite nothing else of it. */
async function createDamaged(damage: string): Promise<Database> {
  const file = path.join(await createTemporaryFolder(), 'shutten.db')
  const database = await createDatabase({ file })
  const version = await database.ingestion.stageVersion(sampleStaging({ uri: 'file:///a.md', sentences: ['本文。'] }))
  const counts = { documents: 1, passages: 1 }
  await database.ingestion.switchTo({ generationId: 'g', versions: [version], counts, embedder: 'e' })
  await database.settings.save('key', 'value')
  await database.conversations.create({ owner: 'o', title: 't', id: 'c' })
  await database.jobs.create({ kind: 'reindex' })
  await database.close()
  const connection = new Sqlite(file)
  connection.exec(damage)
  connection.close()
  return createDatabase({ file })
}

const bad = "CAST(x'e38182ff' AS TEXT)"

describe('a text that is not UTF-8', () => {
  it.each<[what: string, damage: string, read: (database: Database) => Promise<unknown>]>([
    [
      'a document',
      `UPDATE "DocumentVersion" SET "text" = ${bad}`,
      async ({ documents }) => documents.get((await documents.list()).documents[0]?.id ?? ''),
    ],
    ['a list of documents', `UPDATE "Document" SET "title" = ${bad}`, ({ documents }) => documents.list()],
    ['what serves', `UPDATE "Generation" SET "embedder" = ${bad}`, ({ ingestion }) => ingestion.findServing()],
    [
      'a conversation',
      `UPDATE "Conversation" SET "title" = ${bad}`,
      ({ conversations }) => conversations.find({ id: 'c', owner: 'o' }),
    ],
    ['a job', `UPDATE "Job" SET "request" = ${bad}`, ({ jobs }) => jobs.list()],
    ['JSON that is none', `UPDATE "Job" SET "request" = '{"kind":'`, ({ jobs }) => jobs.list()],
    ['a time that is none', `UPDATE "Job" SET "createdAt" = '2026-11-"2T'`, ({ jobs }) => jobs.list()],
    ['a setting', `UPDATE "Setting" SET "value" = ${bad}`, ({ settings }) => settings.find('key')],
    [
      'a row that is written',
      `UPDATE "Conversation" SET "title" = ${bad}`,
      ({ conversations }) => conversations.create({ owner: 'o', title: 't', id: 'c' }),
    ],
  ])('is an error with what to do, not the end of the process: %s', async (_, damage, read) => {
    const database = await createDamaged(damage)
    await expect(read(database)).rejects.toMatchObject({
      code: 'DATABASE_DAMAGED',
      suggestion: expect.stringContaining('pnpm shutten repair'),
    })
    expect(await database.check()).not.toEqual([])
    await database.close()
  })

  it.each([
    [
      'in the schema',
      `PRAGMA writable_schema = ON; UPDATE "sqlite_schema" SET "sql" = replace("sql", '"embedder"', ${bad})`,
    ],
    ['among the migrations', `UPDATE "_prisma_migrations" SET "checksum" = ${bad}`],
  ])('is told when the file is opened: %s', async (_, damage) => {
    await expect(createDamaged(damage)).rejects.toMatchObject({ code: 'DATABASE_DAMAGED' })
  })
})

describe('a query as bytes', () => {
  it('gives what the query gives', async () => {
    const file = path.join(await createTemporaryFolder(), 'x.db')
    await writeFile(file, '')
    const connection = new Sqlite(file)
    connection.exec(`CREATE TABLE t (id INTEGER PRIMARY KEY, "s" TEXT, b BLOB, j JSONB, d DATETIME);
      INSERT INTO t VALUES (1, 'あ', x'00ff', '{"a":"い"}', '2026-01-01'), (2, '', x'', NULL, 5), (3, '𠮷', NULL, '[]', 1.5)`)
    for (const [sql, bound] of [
      ['SELECT * FROM t ORDER BY id DESC', []],
      ['SELECT id, id, s FROM t WHERE s >= ? ORDER BY s LIMIT ? OFFSET ?;', ['', 2, 1]],
      ["SELECT count(*), max(s), j ->> 'a', CAST(s AS BLOB), s || '!' AS \"x y\" FROM t GROUP BY id ORDER BY 1, 2", []],
      ['WITH u AS (SELECT s FROM t) SELECT s FROM u UNION ALL SELECT d FROM t', []],
      ['UPDATE t SET s = s WHERE id > ? RETURNING `id` AS `id`, "s", `b` AS `b`', [1]],
      ['SELECT s FROM t WHERE id = 9', []],
    ] as [string, unknown[]][]) {
      const plain = connection.prepare(sql)
      const expected = (plain.raw(true).all(bound) as unknown[][]).map((row) =>
        row.map((value) => (Buffer.isBuffer(value) ? new Uint8Array(value).buffer : value)),
      )
      const query = prepareByteQuery({ sql, prepare: (each) => connection.prepare(each) })
      expect(readByteRows(query, bound), sql).toEqual(expected)
      expect(query.columns.map(({ name }) => name)).toEqual(plain.columns().map(({ name }) => name))
    }
    connection.close()
  })
})
