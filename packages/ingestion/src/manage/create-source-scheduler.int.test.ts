import { pathToFileURL } from 'node:url'
import type { ShuttenError } from '@shutten/core'
import { expect, it } from 'vitest'
import { bert, clip } from '../fixtures/articles.js'
import { createTestRecords } from '../fixtures/create-test-records.js'
import { createJobRunner } from '../worker/create-job-runner.js'
import { createSourceManager } from './create-source-manager.js'
import { createSourceScheduler } from './create-source-scheduler.js'

async function prepare() {
  const records = await createTestRecords()
  const { sources, jobs, jobItems: items, leases } = records.database
  const clock = { now: new Date('2026-03-01T00:02:00Z') }
  const now = () => clock.now
  const manager = createSourceManager({ sources, jobs, now })
  const errors: ShuttenError[] = []
  const scheduler = createSourceScheduler({ sources, now, onError: (error) => errors.push(error) })
  const runner = createJobRunner({ jobs, items, leases, ingestor: records.ingestor, owner: 'test' })
  return {
    ...records,
    sources,
    jobs,
    manager,
    scheduler,
    runner,
    errors,
    setTime: (time: string) => {
      clock.now = new Date(time)
    },
    /** Works everything off that is queued. */
    async work() {
      for (const job of await jobs.list({ statuses: ['queued'] })) await runner.runUntil({ jobId: job.id })
    },
    listRuns: async () => (await jobs.list()).filter(({ request }) => request.kind === 'ingest-source'),
  }
}
const schedule = { cron: '*/5 * * * *', timeZone: 'Asia/Tokyo' }

it('visits a new source at once and then by its schedule, one run at a time', async () => {
  const { articles, write, manager, scheduler, setTime, work, listRuns, jobs } = await prepare()
  await write({ 'a.md': bert })
  const source = await manager.add({ kind: 'folder', location: articles, schedule })
  expect(source).toMatchObject({ name: 'articles', nextRunAt: '2026-03-01T00:02:00.000Z', documents: 0, lastRun: null })
  await scheduler.queueDue()
  await scheduler.queueDue()
  expect(await listRuns()).toHaveLength(1)
  expect(await manager.get('articles')).toMatchObject({
    nextRunAt: '2026-03-01T00:05:00.000Z',
    lastRun: { status: 'queued' },
  })
  // Still waiting when the next time comes: nothing is doubled, and the schedule goes on.
  setTime('2026-03-01T00:05:00Z')
  await scheduler.queueDue()
  expect([(await listRuns()).length, (await manager.get(source.id)).nextRunAt]).toEqual([1, '2026-03-01T00:10:00.000Z'])
  await work()
  expect(await manager.get(source.id)).toMatchObject({
    documents: 1,
    lastRun: { status: 'succeeded', result: { added: 1 } },
  })
  setTime('2026-03-01T00:09:59Z')
  await scheduler.queueDue()
  expect(await jobs.list({ statuses: ['queued'] })).toEqual([])
  // Two hours without a worker: what was missed runs once.
  setTime('2026-03-01T02:11:00Z')
  await scheduler.queueDue()
  await work()
  await scheduler.queueDue()
  expect(await listRuns()).toHaveLength(2)
  expect((await manager.get(source.id)).nextRunAt).toBe('2026-03-01T02:15:00.000Z')
})

it('keeps to the time zone of the source', async () => {
  const { articles, manager, scheduler } = await prepare()
  const daily = (timeZone: string) => ({ cron: '0 4 * * *', timeZone })
  await manager.add({ name: 'tokyo', kind: 'folder', location: articles, schedule: daily('Asia/Tokyo') })
  await manager.add({ name: 'berlin', kind: 'folder', location: articles, schedule: daily('Europe/Berlin') })
  await scheduler.queueDue()
  expect((await manager.list()).map(({ name, nextRunAt }) => [name, nextRunAt])).toEqual([
    ['berlin', '2026-03-01T03:00:00.000Z'],
    ['tokyo', '2026-03-01T19:00:00.000Z'],
  ])
})

it('leaves alone what is disabled, and what runs only when asked for', async () => {
  const { articles, manager, scheduler, listRuns, setTime } = await prepare()
  await manager.add({ name: 'off', kind: 'folder', location: articles, schedule, enabled: false })
  await manager.add({ name: 'manual', kind: 'folder', location: articles, schedule: null })
  setTime('2026-04-01T00:00:00Z')
  await scheduler.queueDue()
  expect(await listRuns()).toEqual([])
  await expect(manager.run('off')).rejects.toMatchObject({ code: 'SOURCE_DISABLED' })
  const { job, isNew } = await manager.run('manual')
  expect([isNew, await manager.run('manual')]).toEqual([true, { job, isNew: false }])
  await manager.edit('off', { enabled: true })
  await scheduler.queueDue()
  expect(await listRuns()).toHaveLength(2)
})

it('takes effect at once when what it holds is defined anew, by its time when only the schedule is', async () => {
  const { articles, manager, setTime } = await prepare()
  await manager.add({ name: 'x', kind: 'folder', location: articles, schedule })
  setTime('2026-03-01T00:06:00Z')
  await manager.edit('x', { schedule: { cron: '0 * * * *' } })
  expect(await manager.get('x')).toMatchObject({
    nextRunAt: '2026-03-01T01:00:00.000Z',
    schedule: { cron: '0 * * * *', timeZone: 'Asia/Tokyo' },
  })
  expect(await manager.edit('x', { name: 'y', tags: ['規程'] })).toMatchObject({
    name: 'y',
    nextRunAt: '2026-03-01T00:06:00.000Z',
  })
  expect(await manager.edit('y', { schedule: null })).toMatchObject({ nextRunAt: null, tags: ['規程'] })
  await expect(manager.edit('y', { kind: 'feed' })).rejects.toMatchObject({ code: 'SOURCE_DEFINITION_INVALID' })
  await expect(manager.edit('y', { schedule: 'never' })).rejects.toMatchObject({ code: 'SCHEDULE_INVALID' })
  await expect(manager.add({ kind: 'folder', location: `${articles}/none` })).rejects.toMatchObject({
    code: 'SOURCE_NOT_FOUND',
  })
  await expect(manager.add({ kind: 'upload', location: articles })).rejects.toMatchObject({
    code: 'SOURCE_DEFINITION_INVALID',
  })
  expect((await manager.add({ kind: 'url', location: 'https://example.com/手引き' })).schedule?.cron).toBe('0 4 * * *')
})

it('is removed with its documents, or without them', async () => {
  const { articles, write, manager, work, database, scheduler, sources } = await prepare()
  await write({ 'a.md': bert, 'sub/b.md': clip })
  const all = await manager.add({ kind: 'folder', location: articles, schedule: null })
  await manager.run(all.id)
  await work()
  expect(await manager.remove(all.id)).toEqual({ removed: all.id, documents: 2, job: null })
  expect((await database.documents.list()).total).toBe(2)
  const again = await manager.add({ kind: 'folder', location: `${articles}/sub`, schedule })
  await scheduler.queueDue()
  await work()
  expect((await manager.get(again.id)).documents).toBe(1)
  // A run that waits must bring nothing back.
  await manager.run(again.id)
  expect(await manager.remove(again.id, { deleteDocuments: true })).toMatchObject({
    documents: 1,
    job: { status: 'queued' },
  })
  await work()
  expect(await sources.list()).toEqual([])
  const { documents } = await database.documents.list()
  expect(documents.map(({ uri }) => uri)).toEqual([pathToFileURL(`${articles}/a.md`).href])
})

it('tells of a schedule that names no time any more, and goes on with the others', async () => {
  const { articles, manager, scheduler, sources, errors, listRuns } = await prepare()
  const source = await manager.add({ name: 'a', kind: 'folder', location: articles, schedule })
  await manager.add({ name: 'b', kind: 'folder', location: articles, schedule })
  const broken = { cron: '*/5 * * * *', timeZone: 'Mars/Base' }
  const {
    id,
    name,
    enabled,
    createdAt,
    updatedAt,
    nextRunAt,
    lastRunAt,
    lastJobId,
    documents,
    lastRun,
    ...definition
  } = source
  await sources.update(id, { definition: { ...definition, schedule: broken } })
  await scheduler.queueDue()
  expect(errors).toMatchObject([{ code: 'TIME_ZONE_UNKNOWN' }])
  expect(await listRuns()).toMatchObject([{ request: { name: 'b' } }])
  expect((await manager.get('a')).nextRunAt).toBeNull()
})
