import { existsSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { DocumentChange, IngestReport, Job } from '@shutten/core'
import { expect, it } from 'vitest'
import { bert, clip } from '../fixtures/articles.js'
import { createTestRecords } from '../fixtures/create-test-records.js'
import { createJobRunner } from '../worker/create-job-runner.js'

async function prepare() {
  const records = await createTestRecords({ registry: {} })
  const { database, ingestor, folder } = records
  const { jobs, jobItems: items, leases } = database
  const uploads = path.join(folder, 'data/uploads')
  await mkdir(uploads, { recursive: true })
  const runner = createJobRunner({ jobs, items, leases, ingestor, owner: 'test' })
  const work = async (job: Job) => runner.runUntil({ jobId: job.id })
  return {
    ...records,
    uploads,
    async upload(files: Record<string, string>) {
      const locations = Object.keys(files).map((name) => path.join(uploads, name))
      for (const [name, content] of Object.entries(files)) await writeFile(path.join(uploads, name), content)
      await work(await jobs.create({ kind: 'ingest', locations }))
    },
    async change(change: DocumentChange, names: readonly string[]) {
      const all = await database.documentBrowser.select({ filter: {} })
      const documents = all.filter(({ uri }) => names.some((name) => uri.endsWith(`/${name}`)))
      const job = await work(await jobs.create({ kind: 'change-documents', change, documents }))
      return { job, report: job.result as IngestReport }
    },
    list: async () => (await database.documents.list()).documents,
  }
}

it('deletes many with their files, copies and earlier generations, and leaves the others', async () => {
  const { upload, change, list, uploads, generations, database } = await prepare()
  await upload({ 'a.md': bert, 'b.md': clip, 'c.md': '# 用水\n\n用水は1951年に造られた。' })
  await upload({ 'copy.md': clip })
  const { job, report } = await change({ action: 'delete' }, ['a.md', 'b.md'])
  expect([job.status, report.deleted, report.documents, report.failed]).toEqual(['succeeded', 2, 1, []])
  expect((await list()).map(({ title }) => title)).toEqual(['用水'])
  expect(['a.md', 'b.md', 'c.md', 'copy.md'].map((name) => existsSync(path.join(uploads, name)))).toEqual([
    false,
    false,
    true,
    false,
  ])
  expect(await generations.list()).toHaveLength(1)
  const items = await database.jobItems.list({ jobId: job.id })
  expect(items.filter(({ outcome }) => outcome === 'deleted')).toHaveLength(2)
  // What is gone already is passed over.
  expect((await change({ action: 'delete' }, ['a.md'])).report).toMatchObject({ deleted: 0, documents: 1 })
})

it('tags many without embedding them again, and not those whose source gives them their tags', async () => {
  const { upload, change, list, write, articles, database, ingestor, getEmbeddedCount } = await prepare()
  await upload({ 'a.md': `---\ntags: [own]\n---\n${bert}`, 'b.md': clip })
  await write({ 's.md': '# 水門\n\n水門は1951年に造られた。' })
  const definition = { kind: 'folder', location: articles, schedule: null, include: [], exclude: [], language: null }
  const limits = { maxItems: 10, maxBytes: 100_000, timeoutMs: 1_000, minGapMs: 0 }
  const source = await database.sources.create({
    name: 'articles',
    definition: { ...definition, kind: 'folder', tags: ['s'], allowedHosts: [], followedHosts: [], limits },
    enabled: true,
    nextRunAt: null,
  })
  await ingestor.ingestSource({ sourceId: source.id })
  const embedded = getEmbeddedCount()
  const names = ['a.md', 'b.md', 's.md']
  const { report } = await change({ action: 'tag', add: ['x', 'y'], remove: [] }, names)
  expect(report).toMatchObject({ updated: 2, failed: [{ code: 'SOURCE_TAGS_FIXED' }] })
  const tagsOf = async () =>
    Object.fromEntries((await list()).map(({ uri, tags }) => [path.basename(uri), [...tags].sort()]))
  expect(await tagsOf()).toEqual({ 'a.md': ['own', 'x', 'y'], 'b.md': ['x', 'y'], 's.md': ['s'] })
  await change({ action: 'tag', add: [], remove: ['x', 'own'] }, names)
  expect(await tagsOf()).toEqual({ 'a.md': ['own', 'y'], 'b.md': ['y'], 's.md': ['s'] })
  expect((await change({ action: 'tag', add: ['y'], remove: [] }, ['b.md'])).report).toMatchObject({ unchanged: 1 })
  expect(getEmbeddedCount()).toBe(embedded)
})

it('reads many again, tells what cannot be, and leaves what has no place to be read from', async () => {
  const { upload, change, list, uploads, database, ingestor } = await prepare()
  await upload({ 'a.md': bert, 'b.md': clip, 'c.md': '# 用水\n\n用水は1951年に造られた。' })
  await ingestor.ingestTexts({ documents: [{ uri: 'text:/t.md', title: '控え', text: '控えの文。' }] })
  await writeFile(path.join(uploads, 'a.md'), `${bert}\n\n追記した。\n`)
  await rm(path.join(uploads, 'c.md'))
  const { job, report } = await change({ action: 'reread' }, ['a.md', 'b.md', 'c.md', 't.md'])
  expect(report).toMatchObject({ updated: 1, unchanged: 2, failed: [{ code: 'SOURCE_NOT_FOUND' }], documents: 4 })
  const failed = await database.documentBrowser.listFailed({ offset: 0, limit: 10 })
  expect(failed).toMatchObject({ total: 1, items: [{ jobId: job.id, error: { code: 'SOURCE_NOT_FOUND' } }] })
  const states = await database.documentBrowser.describe(await list())
  expect([...states.values()].filter(({ failure }) => failure !== null)).toHaveLength(1)
  // Once it is back and was read, it has not failed any more.
  await writeFile(path.join(uploads, 'c.md'), '# 用水\n\n用水は1952年に造られた。')
  await change({ action: 'reread' }, ['c.md'])
  expect((await database.documentBrowser.listFailed({ offset: 0, limit: 10 })).total).toBe(0)
})
