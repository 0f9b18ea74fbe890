import { createHash } from 'node:crypto'
import path from 'node:path'
import { createTemporaryFolder } from '@shutten/testing'
import { expect, it, onTestFinished } from 'vitest'
import { openConnection } from '../connection/open-connection.js'
import { createDatabase } from '../create-database.js'
import { migrations as committed } from '../generated/migrations.js'
import { applyMigrations } from './apply-migrations.js'

const migration = (name: string, sql: string) => ({
  name,
  sql,
  checksum: createHash('sha256').update(sql).digest('hex'),
})

async function openEmpty() {
  const file = path.join(await createTemporaryFolder(), 'shutten.db')
  const connection = await openConnection({ file, busyTimeoutMs: 100 })
  onTestFinished(() => void connection.close())
  const all = (sql: string) => connection.prepare(sql).all() as Record<string, unknown>[]
  const apply = (migrations: ReturnType<typeof migration>[]) =>
    applyMigrations({ connection, migrations, busyTimeoutMs: 100 })
  return { file, connection, all, apply }
}

const first = migration(
  '1_first',
  `CREATE TABLE parent (id TEXT PRIMARY KEY);
   CREATE TABLE child (id TEXT PRIMARY KEY, parent TEXT NOT NULL REFERENCES parent (id) ON DELETE CASCADE);
   INSERT INTO parent VALUES ('p'); INSERT INTO child VALUES ('c', 'p');`,
)

it('applies what is pending, once, and keeps the history as Prisma does', async () => {
  const { all, apply } = await openEmpty()
  expect(await apply([first])).toEqual(['1_first'])
  expect(await apply([first])).toEqual([])
  expect(await apply([first, migration('2_second', 'CREATE TABLE t (a)')])).toEqual(['2_second'])
  const history = all('SELECT * FROM "_prisma_migrations" ORDER BY "migration_name"')
  expect(history.map((row) => row.migration_name)).toEqual(['1_first', '2_second'])
  expect(history[0]).toMatchObject({ checksum: first.checksum, applied_steps_count: 1, rolled_back_at: null })
  expect(history[0]?.finished_at).toBeGreaterThanOrEqual(history[0]?.started_at as number)
})

it('rebuilds a table without losing what refers to it', async () => {
  const { all, apply } = await openEmpty()
  const rebuild = migration(
    '2_rebuild',
    `CREATE TABLE new_parent (id TEXT PRIMARY KEY, note TEXT); INSERT INTO new_parent (id) SELECT id FROM parent;
     DROP TABLE parent; ALTER TABLE new_parent RENAME TO parent;`,
  )
  await apply([first, rebuild])
  expect(all('SELECT * FROM child')).toHaveLength(1)
  expect(all('PRAGMA foreign_keys')[0]?.foreign_keys).toBe(1)
})

it.each([
  ['a statement that fails', `CREATE TABLE t (a); INSERT INTO t VALUES (1); INSERT INTO missing VALUES (1);`, {}],
  ['rows that refer to nothing', `DELETE FROM parent;`, { code: 'DATABASE_FAILED' }],
])('takes a migration back whole: %s', async (_, sql, error) => {
  const { all, apply } = await openEmpty()
  await expect(apply([first, migration('2_bad', sql)])).rejects.toMatchObject(error)
  expect(all(`SELECT name FROM sqlite_schema WHERE name = 't'`)).toEqual([])
  expect(all('SELECT * FROM parent')).toHaveLength(1)
  expect(all('SELECT "migration_name" FROM "_prisma_migrations"')).toEqual([{ migration_name: '1_first' }])
  expect(all('PRAGMA foreign_keys')[0]?.foreign_keys).toBe(1)
  expect(await apply([first, migration('2_good', 'CREATE TABLE t (a)')])).toEqual(['2_good'])
})

it('brings the records of the first version along', async () => {
  const { file, connection, apply } = await openEmpty()
  await apply(committed.slice(0, 1))
  connection.exec(`
    INSERT INTO "DocumentVersion" ("id", "documentId", "uri", "title", "language", "mediaType", "contentHash",
      "textHash", "text", "blocks", "characters", "tags", "chunker", "passages", "createdAt")
    VALUES ('v', 'd', 'file:///a.md', '題', 'ja', 'text/plain', 'h', 't', '本文。', '[]', 3, '["古い"]', 'c', 1,
      '2026-01-02T03:04:05.000+00:00');
    INSERT INTO "Passage" VALUES ('v.0-3', 'v', 0, 0, 3, '[]', 'ja');
    INSERT INTO "Document" VALUES ('d', 'file:///a.md', '題', 'ja', 'text/plain', 'h', 3, 1, '["古い"]', 'v',
      '2026-01-02T03:04:05.000+00:00', '2026-01-02T03:04:05.000+00:00')`)
  connection.close()
  const { documents, ingestion, close } = await createDatabase({ file })
  onTestFinished(close)
  expect((await documents.list()).documents).toMatchObject([{ id: 'd', tags: ['古い'], publishedAt: null }])
  expect(await ingestion.listKnown()).toMatchObject([{ documentId: 'd', givenTags: [] }])
  expect(await ingestion.getPassages(['v'])).toMatchObject([{ date: '2026-01-02T03:04:05.000Z', tags: ['古い'] }])
})

it.each([
  ['of a newer version', { migration_name: '99999999999999_future', checksum: 'c' }],
  ['whose migration was another', { migration_name: committed[0]?.name, checksum: 'c' }],
])('refuses a database %s', async (_, row) => {
  const file = path.join(await createTemporaryFolder(), 'shutten.db')
  await (await createDatabase({ file })).close()
  const connection = await openConnection({ file, busyTimeoutMs: 100 })
  connection
    .prepare(
      `INSERT INTO "_prisma_migrations" ("id", "migration_name", "checksum", "finished_at") VALUES ('x', ?, ?, 1)`,
    )
    .run([row.migration_name, row.checksum])
  connection.close()
  await expect(createDatabase({ file })).rejects.toMatchObject({
    code: 'DATABASE_VERSION_UNKNOWN',
    message: expect.stringContaining(String(row.migration_name)),
  })
})

it('takes the texts of waiting jobs out of their rows', async () => {
  const { connection, file } = await openEmpty()
  const before = committed.filter(({ name }) => name < '20261122150000')
  await applyMigrations({ connection, migrations: before, busyTimeoutMs: 100 })
  const request = JSON.stringify({
    kind: 'ingest-texts',
    documents: [
      { uri: 'text:a', title: '甲', text: '甲の文章' },
      { uri: 'text:b', title: '乙', text: '乙の文章', tags: ['x'] },
    ],
  })
  const insert = connection.prepare(
    `INSERT INTO "Job" ("id", "request", "status", "createdAt") VALUES (?, ?, ?, '2026-01-01T00:00:00.000+00:00')`,
  )
  insert.run('waiting', request, 'queued')
  insert.run('over', request, 'succeeded')
  insert.run('other', JSON.stringify({ kind: 'reindex' }), 'queued')
  connection.close()
  const database = await createDatabase({ file })
  onTestFinished(() => database.close())
  const documents = [
    { uri: 'text:a', title: '甲' },
    { uri: 'text:b', title: '乙' },
  ]
  for (const id of ['waiting', 'over'])
    expect((await database.jobs.find(id))?.request).toEqual({ kind: 'ingest-texts', documents })
  expect((await database.jobs.find('other'))?.request).toEqual({ kind: 'reindex' })
  expect(await database.jobItems.getPayload({ jobId: 'waiting', position: 1 })).toMatchObject({ text: '乙の文章', tags: ['x'] })
  expect(await database.jobItems.count('over')).toEqual({ waiting: 0, done: 2, failed: 0 })
})
