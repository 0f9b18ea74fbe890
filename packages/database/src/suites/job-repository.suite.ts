import type { IngestReport } from '@shutten/core'
import { expect, it } from 'vitest'
import type { SuiteOptions } from './suite-options.js'

const report: IngestReport = {
  added: 1,
  updated: 0,
  unchanged: 0,
  moved: 0,
  deleted: 0,
  quarantined: 0,
  failed: [],
  documents: 1,
  passages: 3,
  generation: 'g1',
  seconds: 1.5,
}

export function jobRepositorySuite({ open }: SuiteOptions): void {
  it('hands jobs out in the order they came, and keeps what became of them', async () => {
    const { jobs, leases } = await open()
    await leases.acquire({ name: 'writer', owner: 'w', ttlMs: 60_000 })
    const first = await jobs.create({ kind: 'ingest', locations: ['/a', '/b'], tags: ['x'] })
    const second = await jobs.create({ kind: 'delete', documentId: 'd' })
    expect(first).toMatchObject({ status: 'queued', progress: null, result: null, error: null, startedAt: null })

    const claimed = await jobs.claim({ owner: 'w' })
    expect(claimed).toMatchObject({ id: first.id, status: 'running', request: first.request })
    const progress = {
      phase: 'embedding',
      documents: { done: 1, total: 2 },
      passages: { done: 3, total: 9 },
    } as const
    await jobs.reportProgress(first.id, progress)
    expect((await jobs.find(first.id))?.progress).toEqual(progress)
    await jobs.succeed(first.id, report)
    expect(await jobs.count({ statuses: ['succeeded'] })).toBe(1)
    expect(await jobs.count()).toBe(2)
    expect((await jobs.list({ offset: 1 })).map(({ id }) => id)).toEqual([first.id])
    expect(await jobs.get(first.id)).toEqual(await jobs.find(first.id))
    await expect(jobs.get('none')).rejects.toMatchObject({ code: 'JOB_NOT_FOUND' })
    expect(await jobs.find(first.id)).toMatchObject({ status: 'succeeded', result: report })

    expect(await jobs.claim({ owner: 'w', except: [second.id] })).toBeNull()
    expect((await jobs.claim({ owner: 'w' }))?.id).toBe(second.id)
    const error = { code: 'DISK_FULL', message: 'm', suggestion: 's' }
    await jobs.fail(second.id, error)
    expect(await jobs.find(second.id)).toMatchObject({ status: 'failed', error })
    expect(await jobs.claim({ owner: 'w' })).toBeNull()

    expect((await jobs.list()).map((job) => job.id)).toEqual([second.id, first.id])
    expect((await jobs.list({ statuses: ['succeeded'] })).map((job) => job.id)).toEqual([first.id])
    expect(await jobs.list({ limit: 1 })).toHaveLength(1)
  })

  it('hands a rollback out before what waits, but after what a dead worker left', async () => {
    const { jobs } = await open()
    const left = await jobs.create({ kind: 'ingest', locations: ['/a'] })
    await jobs.claim({ owner: 'dead' })
    await jobs.create({ kind: 'ingest', locations: ['/b'] })
    const rollback = await jobs.create({ kind: 'rollback', generation: 'g1' })
    expect((await jobs.claim({ owner: 'dead' }))?.id).toBe(left.id)
    await jobs.succeed(left.id, report)
    expect((await jobs.claim({ owner: 'w' }))?.id).toBe(rollback.id)
  })

  it('never gives a job to two that claim at once', async () => {
    const { jobs, leases } = await open()
    for (const owner of ['a', 'b']) await leases.acquire({ name: owner, owner, ttlMs: 60_000 })
    for (let index = 0; index < 10; index += 1) await jobs.create({ kind: 'reindex' })
    const claims = await Promise.all(
      Array.from({ length: 14 }, (_, index) => jobs.claim({ owner: index % 2 === 0 ? 'a' : 'b' })),
    )
    const ids = claims.flatMap((job) => (job ? [job.id] : []))
    expect(ids).toHaveLength(10)
    expect(new Set(ids).size).toBe(10)
  })

  it('takes up a running job whose worker is gone, but not one whose worker lives', async () => {
    let now = new Date('2026-01-01T00:00:00Z')
    const { jobs, leases } = await open({ clock: () => now })
    await leases.acquire({ name: 'writer', owner: 'a', ttlMs: 1_000 })
    const job = await jobs.create({ kind: 'reindex' })
    await jobs.claim({ owner: 'a' })
    expect(await jobs.claim({ owner: 'b' })).toBeNull()
    now = new Date('2026-01-01T00:00:01Z')
    await leases.acquire({ name: 'writer', owner: 'b', ttlMs: 1_000 })
    expect(await jobs.claim({ owner: 'b' })).toMatchObject({ id: job.id, isTakenUp: true })
    expect(await jobs.claim({ owner: 'a' })).toBeNull()
  })

  it('gives up on a job that ends its worker again and again', async () => {
    const { jobs } = await open()
    const job = await jobs.create({ kind: 'reindex' })
    let claims = 0
    while (await jobs.claim({ owner: `worker ${claims}` })) claims += 1
    expect(claims).toBe(5)
    expect(await jobs.find(job.id)).toMatchObject({ status: 'failed', error: { code: 'JOB_FAILED' } })
  })

  it('cancels a job for good', async () => {
    const { jobs } = await open()
    const queued = await jobs.create({ kind: 'reindex' })
    await jobs.cancel(queued.id)
    expect(await jobs.claim({ owner: 'w' })).toBeNull()
    const running = await jobs.create({ kind: 'reindex' })
    await jobs.claim({ owner: 'w' })
    await jobs.cancel(running.id)
    await jobs.succeed(running.id, report)
    expect(await jobs.find(running.id)).toMatchObject({ status: 'cancelled', result: null })
  })

  it('pauses a job until it is resumed, and gives it back when its worker ends', async () => {
    const { jobs, leases } = await open()
    await leases.acquire({ name: 'writer', owner: 'w', ttlMs: 60_000 })
    const { id } = await jobs.create({ kind: 'reindex' })
    await jobs.claim({ owner: 'w' })
    await jobs.pause(id)
    expect(await jobs.claim({ owner: 'w' })).toBeNull()
    await jobs.succeed(id, report)
    expect((await jobs.find(id))?.status).toBe('paused')
    await jobs.resume(id)
    await expect(jobs.resume(id)).rejects.toMatchObject({ code: 'JOB_STATE' })
    for (let times = 0; times < 10; times++) {
      expect(await jobs.claim({ owner: 'w' })).toMatchObject({ id, isTakenUp: false })
      await jobs.release(id)
    }
    await jobs.cancel(id)
    for (const change of [jobs.pause(id), jobs.resume(id), jobs.retry(id)])
      await expect(change).rejects.toMatchObject({ code: 'JOB_STATE' })
  })

  it('queues a failed job again, also one without items', async () => {
    const { jobs } = await open()
    const { id } = await jobs.create({ kind: 'reindex' })
    await jobs.claim({ owner: 'w' })
    await jobs.fail(id, { code: 'DISK_FULL', message: 'm', suggestion: 's' })
    await jobs.retry(id)
    expect(await jobs.find(id)).toMatchObject({ status: 'queued', error: null, finishedAt: null })
    expect(await jobs.claim({ owner: 'w' })).toMatchObject({ id, isTakenUp: false })
  })

  it('says so when there is no such job', async () => {
    const { jobs } = await open()
    expect(await jobs.find('none')).toBeNull()
    await expect(jobs.cancel('none')).rejects.toMatchObject({ code: 'JOB_NOT_FOUND' })
    await expect(jobs.succeed('none', report)).rejects.toMatchObject({ code: 'JOB_NOT_FOUND' })
  })
}
