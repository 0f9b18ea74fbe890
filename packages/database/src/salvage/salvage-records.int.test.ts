import { randomUUID } from 'node:crypto'
import { copyFile, readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { SourceDefinition } from '@shutten/core'
import { createTemporaryFolder } from '@shutten/testing'
import fc from 'fast-check'
import Sqlite from 'libsql'
import { describe, expect, it } from 'vitest'
import { createDatabase } from '../create-database.js'
import { sampleStaging } from '../suites/sample-staging.js'
import { salvageRecords } from './salvage-records.js'

const definition: SourceDefinition = {
  ...{ kind: 'folder', location: '/記事', schedule: { cron: '*/5 * * * *', timeZone: 'Asia/Tokyo' }, language: 'ja' },
  ...{ include: [], exclude: [], tags: [], allowedHosts: [], followedHosts: [] },
  limits: { maxItems: 10, maxBytes: 10, timeoutMs: 10, minGapMs: 10 },
}
const count = 60
const uris = Array.from({ length: count }, (_, at) => `file:///${at}.md`)

/** Records of sixty documents over some hundred pages, closed. */
async function createFilled(): Promise<{ folder: string; file: string }> {
  const folder = await createTemporaryFolder()
  const file = path.join(folder, 'shutten.db')
  const database = await createDatabase({ file })
  const { ingestion, settings, conversations, accounts, sources } = database
  const versions = []
  for (const uri of uris)
    versions.push(await ingestion.stageVersion(sampleStaging({ uri, sentences: [`${uri}の文。`, 'あ'.repeat(3_000)] })))
  await ingestion.switchTo({
    generationId: 'g1',
    versions,
    counts: { documents: count, passages: count * 2 },
    embedder: 'e',
  })
  await settings.save('key', '値')
  await accounts.save({ name: 'admin', role: 'admin', passwordHash: '$argon2id$v=19$abc' })
  await accounts.createApiKey({
    name: '取り込み',
    scopes: ['documents'],
    tokenHash: 'ab'.repeat(32),
    prefix: 'sk_abcd',
  })
  const source = await sources.create({ name: '規程', definition, enabled: true, nextRunAt: new Date('2030-01-01') })
  await sources.saveVisit({
    sourceId: source.id,
    items: uris.map((uri) => ({
      ...{ uri, contentHash: 'h', revision: '1', validators: null, origin: 'file', documentId: null },
      ...{ checkedAt: '2026-01-01T00:00:00.000Z', became: 'document', description: '["ja",[]]' },
    })),
    gone: [],
    validators: { uri: 'https://example.com/', etag: '"1"', lastModified: null },
  })
  await conversations.create({ owner: 'o', title: 't', id: 'c' })
  await database.close()
  return { folder, file }
}

/** What is in repaired records: each document's text is the one that was stored. */
async function readRepaired(file: string): Promise<string[]> {
  const database = await createDatabase({ file })
  try {
    const { documents } = await database.documents.list({ limit: 1_000 })
    for (const { id, uri } of documents)
      expect((await database.documents.get(id)).text).toBe(`${uri}の文。${'あ'.repeat(3_000)}`)
    return documents.map(({ uri }) => uri)
  } finally {
    await database.close()
  }
}

describe('salvageRecords', () => {
  it('keeps everything of a whole file', async () => {
    const { file } = await createFilled()
    const report = await salvageRecords({ file, suffix: '.damaged' })
    expect(report).toMatchObject({ unreadable: {}, lost: [], copy: `${file}.damaged` })
    expect(report.kept).toMatchObject({
      Document: count,
      DocumentVersion: count,
      Passage: count * 2,
      Setting: 1,
      SourceItem: count,
    })
    expect((await readRepaired(file)).sort()).toEqual([...uris].sort())
    const database = await createDatabase({ file })
    expect(await database.settings.find('key')).toBe('値')
    expect(await database.conversations.find({ id: 'c', owner: 'o' })).not.toBeNull()
    expect((await database.ingestion.findServing())?.id).toBe('g1')
    expect(await database.check()).toEqual([])
    await database.close()
  })

  it.each([
    [0.8, 30],
    [0.5, 5],
    [0.2, 0],
  ])('keeps what is before the place where a file was cut off, and names the rest: %s', async (part, least) => {
    const { file } = await createFilled()
    await truncate(file, Math.floor((await stat(file)).size * part))
    const { length } = await readFile(file)
    await expect(createDatabase({ file })).rejects.toMatchObject({
      code: 'DATABASE_DAMAGED',
      suggestion: expect.stringContaining('repair'),
    })
    const report = await salvageRecords({ file, suffix: '.damaged' })
    const kept = await readRepaired(file)
    expect(kept.length).toBeGreaterThanOrEqual(least)
    expect(kept.length).toBeLessThan(count)
    expect(report.pages.missing).toBe(report.pages.total - Math.floor(length / 4096))
    expect(report.lost.every((uri) => uris.includes(uri) && !kept.includes(uri))).toBe(true)
    expect((await stat(report.copy)).size).toBe(length)
    const database = await createDatabase({ file })
    expect(await database.check().then((found) => found.filter((each) => !/serving/.test(each)))).toEqual([])
    await database.close()
  })

  it('reads a table whose root is lost, and asks its sources again', async () => {
    const { file } = await createFilled()
    const bytes = await readFile(file)
    const database = await createDatabase({ file })
    const roots = new Sqlite(file)
    const found = roots.prepare(
      `SELECT name, rootpage FROM sqlite_schema WHERE name IN ('DocumentVersion', 'Document')`,
    )
    const pages = (found.all() as { rootpage: number }[]).map(({ rootpage }) => rootpage)
    roots.close()
    await database.close()
    expect(pages).toHaveLength(2)
    for (const page of pages) bytes.fill(0x77, (page - 1) * 4096, page * 4096)
    await writeFile(file, bytes)
    const now = new Date('2027-01-01T00:00:00Z')
    const report = await salvageRecords({ file, suffix: '.damaged', clock: () => now })
    expect(report).toMatchObject({ lost: [], documentsBefore: count, pages: { missing: 0, damaged: 2 } })
    expect((await readRepaired(file)).sort()).toEqual([...uris].sort())
    expect(report.sources).toEqual([{ name: '規程', isVisited: true }])
    const repaired = await createDatabase({ file })
    expect(await repaired.sources.listDue(now)).toMatchObject([{ name: '規程', validators: null }])
    await repaired.close()
  })

  it('reads on where the schema is lost', async () => {
    const { file } = await createFilled()
    const bytes = await readFile(file)
    bytes.fill(0xaa, 0, 4096)
    await writeFile(file, bytes)
    await expect(createDatabase({ file })).rejects.toMatchObject({ code: 'DATABASE_DAMAGED' })
    const report = await salvageRecords({ file, suffix: '.damaged' })
    expect(report.kept).toMatchObject({ Document: count, Source: 1, SourceItem: count, Account: 1, ApiKey: 1 })
    expect((await readRepaired(file)).sort()).toEqual([...uris].sort())
  })

  it('wherever pages are overwritten, what it keeps is right, and the records are whole', async () => {
    const { folder, file } = await createFilled()
    const whole = await readFile(file)
    const pages = whole.length / 4096
    let most = 0
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: pages - 1 }), fc.integer(), async (page, seed) => {
        const bytes = Buffer.from(whole)
        for (let at = 0; at < 4096; at += 1) bytes[page * 4096 + at] = (at * 31 + seed) & 0xff
        const damaged = path.join(folder, 'damaged.db')
        await writeFile(damaged, bytes)
        await salvageRecords({ file: damaged, suffix: '.old' })
        most = Math.max(most, (await readRepaired(damaged)).length)
        const database = await createDatabase({ file: damaged })
        expect(
          (await database.check()).filter((problem) => /file is damaged|missing ones|texts/.test(problem)),
        ).toEqual([])
        await database.close()
      }),
      { numRuns: 12 },
    )
    expect(most).toBe(count)
  })

  it('finds a bit that was flipped inside a text, and leaves that document out', async () => {
    const { file } = await createFilled()
    const bytes = await readFile(file)
    const at = bytes.indexOf('file:///7.mdの文。')
    bytes[at + 9] = (bytes[at + 9] ?? 0) ^ 0x20
    await writeFile(file, bytes)
    const database = await createDatabase({ file })
    expect(await database.check()).toEqual(['1 texts that are not what was stored'])
    await database.close()
    const report = await salvageRecords({ file, suffix: '.damaged' })
    expect(report.unreadable.DocumentVersion ?? report.lost.length).toBe(1)
    expect((await readRepaired(file)).length).toBe(count - 1)
  })

  it('takes the log along', async () => {
    const { folder, file } = await createFilled()
    const database = await createDatabase({ file })
    await database.settings.save('late', 'yes')
    const copy = path.join(folder, 'copy.db')
    for (const side of ['', '-wal']) await copyFile(file + side, copy + side)
    await database.close()
    await salvageRecords({ file: copy, suffix: '.damaged' })
    const repaired = await createDatabase({ file: copy })
    expect(await repaired.settings.find('late')).toBe('yes')
    await repaired.close()
  })

  it('sees of a torn or flipped log what SQLite sees of it', async () => {
    const { folder, file } = await createFilled()
    const database = await createDatabase({ file })
    for (let at = 0; at < 30; at += 1) await database.settings.save(`late-${at}`, 'あ'.repeat(300))
    const [main, log] = [await readFile(file), await readFile(`${file}-wal`)]
    await database.close()
    const list = async (copy: string) => {
      const connection = new Sqlite(copy)
      const rows = connection.prepare('SELECT "key" FROM "Setting" ORDER BY "key"').all() as { key: string }[]
      connection.close()
      return rows.map(({ key }) => key)
    }
    const seen = new Set<number>()
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: log.length - 1 }), fc.boolean(), async (at, isTorn) => {
        const [one, other] = [path.join(folder, `${randomUUID()}.db`), path.join(folder, `${randomUUID()}.db`)]
        const bytes = Buffer.from(isTorn ? log.subarray(0, at) : log)
        if (!isTorn) bytes[at] = (bytes[at] ?? 0) ^ 0x10
        for (const copy of [one, other]) {
          await writeFile(copy, main)
          await writeFile(`${copy}-wal`, bytes)
        }
        await salvageRecords({ file: one, suffix: '.damaged' })
        const kept = await list(one)
        expect(kept).toEqual(await list(other))
        seen.add(kept.length)
      }),
      { numRuns: 12 },
    )
    expect(seen.size).toBeGreaterThan(2)
  })

  it('says so when nothing can be read, and changes nothing', async () => {
    const file = path.join(await createTemporaryFolder(), 'shutten.db')
    await expect(salvageRecords({ file, suffix: '.damaged' })).rejects.toMatchObject({ code: 'DATA_FOLDER_UNWRITABLE' })
    const bytes = Buffer.from('This is no database. '.repeat(4_000))
    await writeFile(file, bytes)
    await expect(salvageRecords({ file, suffix: '.damaged' })).rejects.toMatchObject({
      code: 'DATABASE_DAMAGED',
      suggestion: expect.stringContaining('ingest the sources again'),
    })
    expect((await readFile(file)).equals(bytes)).toBe(true)
    expect(await readdir(path.dirname(file))).toEqual(['shutten.db'])
  })

  it('leaves records alone that a worker is at work on', async () => {
    const { file } = await createFilled()
    const database = await createDatabase({ file })
    await database.leases.acquire({ name: 'writer', owner: 'here:7#1', ttlMs: 60_000 })
    await database.close()
    const before = await readFile(file)
    const options = { file, suffix: '.damaged', isAtWork: (owner: string) => owner === 'here:7#1' }
    await expect(salvageRecords(options)).rejects.toMatchObject({ code: 'DATABASE_BUSY' })
    expect((await readFile(file)).equals(before)).toBe(true)
    const later = () => new Date(Date.now() + 120_000)
    expect((await salvageRecords({ ...options, clock: later })).kept.Document).toBe(count)
  })

  it('changes nothing of what a later version made', async () => {
    const { file } = await createFilled()
    const later = new Sqlite(file)
    later.exec(`UPDATE "_prisma_migrations" SET "migration_name" = '20991231000000_later'`)
    later.close()
    const before = await readFile(file)
    await expect(salvageRecords({ file, suffix: '.damaged' })).rejects.toMatchObject({
      code: 'DATABASE_VERSION_UNKNOWN',
    })
    expect((await readFile(file)).equals(before)).toBe(true)
  })
})
