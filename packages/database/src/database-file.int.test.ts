import { mkdir, readFile, stat, truncate, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createTemporaryFolder } from '@shutten/testing'
import { expect, it, onTestFinished } from 'vitest'
import { ConnectionAdapter } from './connection/connection-adapter.js'
import { openConnection } from './connection/open-connection.js'
import { withRelaxedDurability } from './connection/relaxed-durability.js'
import { createDatabase, type Database } from './create-database.js'
import { toDatabaseError } from './errors/to-database-error.js'
import { PrismaClient } from './generated/prisma/client.js'
import { sampleStaging } from './suites/sample-staging.js'

const newFile = async () => path.join(await createTemporaryFolder(), 'shutten.db')

async function fill(database: Database, count: number): Promise<void> {
  const { ingestion } = database
  const versions = []
  for (let index = 0; index < count; index += 1)
    versions.push(
      await ingestion.stageVersion(
        sampleStaging({ uri: `file:///${index}.md`, sentences: [`秘密の文書${index}番。`, 'あ'.repeat(3_000)] }),
      ),
    )
  await ingestion.switchTo({
    generationId: 'g1',
    versions,
    counts: { documents: count, passages: count * 2 },
    embedder: 'e',
  })
}

it('leaves nothing of a deleted document in the file or its log', async () => {
  const file = await newFile()
  const database = await createDatabase({ file })
  onTestFinished(() => database.close())
  await fill(database, 30)
  await database.embeddingCache.saveMany({
    modelId: 'm',
    entries: new Map([['h', new Float32Array(64).fill(0.1234567)]]),
  })
  const vector = Buffer.from(new Float32Array(4).fill(0.1234567).buffer)
  const bytes = async () =>
    Buffer.concat(await Promise.all([file, `${file}-wal`].map((name) => readFile(name).catch(() => Buffer.alloc(0)))))
  expect((await bytes()).includes('秘密の文書7番')).toBe(true)
  expect((await bytes()).includes(vector)).toBe(true)
  const versions = await database.ingestion.listServingVersions()
  const kept = versions.slice(0, 1)
  await database.ingestion.switchTo({
    generationId: 'g2',
    versions: kept,
    counts: { documents: 1, passages: 2 },
    embedder: 'e',
  })
  expect(await database.ingestion.prune({ keepGenerations: ['g2'] })).toBe(29)
  expect(await database.embeddingCache.prune({ keep: [] })).toBe(1)
  const left = await bytes()
  expect(left.includes('秘密の文書7番')).toBe(false)
  expect(left.includes('file:///7.md')).toBe(false)
  expect(left.includes(vector)).toBe(false)
  expect((await database.ingestion.getPassages(kept.map((version) => version.versionId)))[0]?.text).toMatch(
    /秘密の文書/,
  )
})

it('keeps its settings on the one connection through transactions of both kinds', async () => {
  const file = await newFile()
  const connection = await openConnection({ file, busyTimeoutMs: 1_000 })
  const prisma = new PrismaClient({ adapter: new ConnectionAdapter({ connection, busyTimeoutMs: 1_000 }) })
  onTestFinished(() => prisma.$disconnect())
  await prisma.$transaction(async (tx) => tx.$executeRaw`CREATE TABLE t (a)`)
  const pragma = (name: string) => Object.values(connection.prepare(`PRAGMA ${name}`).get() as object)[0]
  expect(pragma('journal_mode')).toBe('wal')
  expect(pragma('synchronous')).toBe(2)
  expect(pragma('foreign_keys')).toBe(1)
  expect(pragma('secure_delete')).toBe(1)
  const inside = await withRelaxedDurability(() =>
    prisma.$transaction(async (tx) => {
      await tx.$executeRaw`DELETE FROM t`
      return pragma('synchronous')
    }),
  )
  expect([inside, pragma('synchronous')]).toEqual([1, 2])
  const alone = await withRelaxedDurability(async () => {
    await prisma.$executeRaw`INSERT INTO t SELECT synchronous FROM pragma_synchronous`
    return prisma.$queryRaw`SELECT a FROM t`
  })
  expect([alone, pragma('synchronous')]).toEqual([[{ a: 1 }], 2])
  await prisma.$executeRaw`DELETE FROM t`
  await expect(
    prisma.$transaction(async (tx) => {
      await tx.$executeRaw`INSERT INTO t VALUES (1)`
      throw new Error('no')
    }),
  ).rejects.toThrow('no')
  expect(await prisma.$queryRaw`SELECT count(*) AS n FROM t`).toEqual([{ n: 0 }])
  expect(connection.inTransaction).toBe(false)
})

it('is readable by its owner only, and gives its log back when closed', async () => {
  const file = await newFile()
  const database = await createDatabase({ file })
  await fill(database, 2)
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  await database.close()
  await database.close()
  expect((await stat(`${file}-wal`).catch(() => null))?.size ?? 0).toBe(0)
})

it.each([
  ['a text', 'This is no database. '.repeat(500)],
  ['a short text', 'x'],
  ['bytes under a right header', `SQLite format 3\u0000${'\u0010\u0000'.repeat(4_000)}`],
])('refuses %s', async (_, content) => {
  const file = await newFile()
  await writeFile(file, content, 'latin1')
  await expect(createDatabase({ file })).rejects.toMatchObject({ code: 'DATABASE_DAMAGED' })
  expect(await readFile(file, 'latin1')).toBe(content)
})

it('refuses a database that was cut off', async () => {
  const file = await newFile()
  const database = await createDatabase({ file })
  await fill(database, 10)
  await database.close()
  await truncate(file, Math.floor((await stat(file)).size / 2))
  await expect(createDatabase({ file })).rejects.toMatchObject({
    code: 'DATABASE_DAMAGED',
    suggestion: expect.stringContaining('backup'),
  })
})

it('finds damage inside the file when asked to check', async () => {
  const file = await newFile()
  const database = await createDatabase({ file })
  await fill(database, 50)
  expect(await database.check()).toEqual([])
  await database.close()
  const bytes = await readFile(file)
  // Behind the tables' first pages, which no database can be opened without.
  const at = Math.floor(bytes.length * 0.8)
  bytes.fill(0xff, at, at + 20_000)
  await writeFile(file, bytes)
  const damaged = await createDatabase({ file })
  onTestFinished(() => damaged.close())
  const problems = await damaged.check().catch((error) => [error.code])
  expect(problems).not.toEqual([])
})

it('says that the folder cannot be written', async () => {
  const folder = await createTemporaryFolder()
  await writeFile(path.join(folder, 'a-file'), '')
  await mkdir(path.join(folder, 'a-folder'))
  for (const file of [path.join(folder, 'a-file', 'shutten.db'), path.join(folder, 'a-folder')])
    await expect(createDatabase({ file })).rejects.toMatchObject({
      code: 'DATA_FOLDER_UNWRITABLE',
      message: expect.stringContaining(file),
    })
})

it('gives up on a lock that is never freed, and works again when it is', async () => {
  const file = await newFile()
  const database = await createDatabase({ file, busyTimeoutMs: 50 })
  onTestFinished(() => database.close())
  const other = await openConnection({ file, busyTimeoutMs: 50 })
  other.exec('BEGIN IMMEDIATE')
  const staging = sampleStaging({ uri: 'file:///a.md', sentences: ['文。'] })
  await expect(database.settings.save('a', 'b')).rejects.toMatchObject({ code: 'DATABASE_BUSY' })
  await expect(database.ingestion.stageVersion(staging)).rejects.toMatchObject({ code: 'DATABASE_BUSY' })
  expect(await database.settings.find('a')).toBeNull()
  other.exec('ROLLBACK')
  other.close()
  await database.ingestion.stageVersion(staging)
  await database.settings.save('a', 'b')
  expect(await database.settings.find('a')).toBe('b')
})

it('says that the disk is full, and keeps what was there', async () => {
  const file = await newFile()
  await (await createDatabase({ file })).close()
  const connection = await openConnection({ file, busyTimeoutMs: 50 })
  const prisma = new PrismaClient({ adapter: new ConnectionAdapter({ connection, busyTimeoutMs: 50 }) })
  onTestFinished(() => prisma.$disconnect())
  const pages = (connection.prepare('PRAGMA page_count').get() as { page_count: number }).page_count
  connection.prepare(`PRAGMA max_page_count = ${pages + 3}`).all()
  await prisma.setting.create({ data: { key: 'a', value: 'b' } })
  for (const write of [
    () => prisma.setting.create({ data: { key: 'big', value: 'x'.repeat(100_000) } }),
    () => prisma.$transaction((tx) => tx.$executeRaw`INSERT INTO "Setting" VALUES ('big', ${'x'.repeat(100_000)})`),
  ]) {
    const error = await write().then(
      () => null,
      (thrown: unknown) => toDatabaseError({ error: thrown, file }),
    )
    expect(error).toMatchObject({ code: 'DISK_FULL', suggestion: expect.stringContaining('Free some space') })
  }
  expect(await prisma.setting.findMany()).toEqual([{ key: 'a', value: 'b' }])
})
