import path from 'node:path'
import { type JobProgress, ShuttenError } from '@shutten/core'
import { createDatabase } from '@shutten/database'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createGate } from '../fixtures/create-gate.js'
import { bertArticle, createRunner, runnerIntervals } from '../fixtures/create-runner.js'
import type { Ingestor } from '../pipeline/ingestor.js'
import { createJobRunner, writerLease } from './create-job-runner.js'

/** An ingest that says when it has begun and ends only when it is stopped. */
function createEndlessIngest() {
  const begun = createGate()
  const ingest: Ingestor['ingest'] = async ({ signal, onProgress }) => {
    onProgress?.({ phase: 'embedding', documents: { done: 1, total: 1 }, passages: { done: 3, total: 9 } })
    begun.open()
    return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)))
  }
  return { ingest, begun: begun.opened }
}

describe('runUntil', () => {
  it('works the job off when nobody else does, those before it first, and frees the lease', async () => {
    const { jobs, leases, runner, articles } = await createRunner()
    const first = await jobs.create({ kind: 'ingest', locations: [articles] })
    const second = await jobs.create({ kind: 'reindex' })
    const seen: JobProgress[] = []
    const done = await runner.runUntil({ jobId: second.id, onProgress: (progress) => seen.push(progress) })
    expect(done).toMatchObject({ status: 'succeeded', result: { unchanged: 1, documents: 1 } })
    expect(await jobs.find(first.id)).toMatchObject({ status: 'succeeded', result: { added: 1 } })
    expect(seen.at(-1)?.phase).toBe('done')
    expect((await jobs.find(second.id))?.progress?.phase).toBe('done')
    expect(await leases.findHolder(writerLease)).toBeNull()
  })

  it('does every kind of work', async () => {
    const { jobs, runner } = await createRunner()
    const texts = await jobs.create({
      kind: 'ingest-texts',
      documents: [{ id: 'one', uri: 'dataset:one', title: '甲', text: '甲の文章である。' }],
    })
    expect((await runner.runUntil({ jobId: texts.id })).result).toMatchObject({ added: 1 })
    const removal = await jobs.create({ kind: 'delete', documentId: 'one' })
    expect((await runner.runUntil({ jobId: removal.id })).result).toMatchObject({
      proof: { passages: 0, vectors: 0, lexical: 0 },
    })
    const unknown = await jobs.create({ kind: 'delete', documentId: 'nobody' })
    expect(await runner.runUntil({ jobId: unknown.id })).toMatchObject({
      status: 'failed',
      error: { code: 'DOCUMENT_NOT_FOUND' },
    })
    const other = await jobs.create({ kind: 'reindex', embedder: 'unheard-of' })
    expect(await runner.runUntil({ jobId: other.id })).toMatchObject({ error: { code: 'CONFIGURATION_INVALID' } })
  })

  it('follows the worker that holds the lease', async () => {
    const { jobs, items, leases, runner, articles, ingestor, database } = await createRunner('command')
    const gate = createGate()
    const held: Ingestor = Object.assign(Object.create(ingestor), {
      ingest: async (options: Parameters<Ingestor['ingest']>[0]) => {
        await gate.opened
        return ingestor.ingest(options)
      },
    } satisfies Partial<Ingestor>)
    const worker = createJobRunner({ jobs, items, leases, ingestor: held, owner: 'worker', ...runnerIntervals })
    const stop = new AbortController()
    const working = worker.runForever({ signal: stop.signal })
    const job = await jobs.create({ kind: 'ingest', locations: [articles] })
    const following = runner.runUntil({ jobId: job.id })
    await expect.poll(async () => (await database.jobs.find(job.id))?.status).toBe('running')
    expect((await leases.findHolder(writerLease))?.owner).toMatch(/^worker#/)
    gate.open()
    expect(await following).toMatchObject({ status: 'succeeded', result: { added: 1 } })
    stop.abort()
    await working
    expect(await leases.findHolder(writerLease)).toBeNull()
  })

  it('takes over from a worker that died in the middle, and does its job again', async () => {
    const { jobs, leases, runner, articles, folder } = await createRunner()
    const job = await jobs.create({ kind: 'ingest', locations: [articles] })
    // A process that held the lease, claimed the job and was killed: nobody renews, nobody releases.
    const dead = await createDatabase({ file: path.join(folder, 'data/shutten.db') })
    onTestFinished(() => dead.close())
    expect(await dead.leases.acquire({ name: writerLease, owner: 'dead', ttlMs: 300 })).toBe(true)
    expect((await dead.jobs.claim({ owner: 'dead' }))?.id).toBe(job.id)
    expect(await leases.acquire({ name: writerLease, owner: 'other', ttlMs: 300 })).toBe(false)
    expect(await runner.runUntil({ jobId: job.id })).toMatchObject({ status: 'succeeded', result: { added: 1 } })
  })

  it('leaves a failure to whoever waits for the job, and tells that of another', async () => {
    const told: string[] = []
    const { jobs, runner } = await createRunner('test', {}, ({ code }) => told.push(code))
    const other = await jobs.create({ kind: 'delete', documentId: 'nobody' })
    const own = await jobs.create({ kind: 'reindex' })
    expect(await runner.runUntil({ jobId: own.id })).toMatchObject({ error: { code: 'INDEX_EMPTY' } })
    expect(await jobs.find(other.id)).toMatchObject({ status: 'failed' })
    expect(told).toEqual(['DOCUMENT_NOT_FOUND'])
  })

  it('tells an unknown job', async () => {
    const { runner } = await createRunner()
    await expect(runner.runUntil({ jobId: 'nobody' })).rejects.toMatchObject({ code: 'JOB_NOT_FOUND' })
  })

  it('gives a job that has ended as it is', async () => {
    const { jobs, runner } = await createRunner()
    const job = await jobs.create({ kind: 'reindex' })
    await jobs.cancel(job.id)
    expect(await runner.runUntil({ jobId: job.id })).toMatchObject({ status: 'cancelled' })
  })

  it('cancels the job when it is stopped', async () => {
    const { ingest, begun } = createEndlessIngest()
    const { jobs, leases, runner, articles } = await createRunner('test', { ingest })
    const job = await jobs.create({ kind: 'ingest', locations: [articles] })
    const stop = new AbortController()
    const run = runner.runUntil({ jobId: job.id, signal: stop.signal })
    await begun
    stop.abort()
    await expect(run).rejects.toMatchObject({ code: 'CANCELLED' })
    expect(await jobs.find(job.id)).toMatchObject({ status: 'cancelled' })
    expect(await leases.findHolder(writerLease)).toBeNull()
  })
})

describe('a running job', () => {
  it('is stopped by a cancellation in the records, and the next one is done', async () => {
    const { ingest, begun } = createEndlessIngest()
    const { jobs, runner, articles } = await createRunner('test', { ingest })
    const job = await jobs.create({ kind: 'ingest', locations: [articles] })
    const next = await jobs.create({
      kind: 'ingest-texts',
      documents: [{ uri: 'upload:a', title: '甲', text: '甲の文章。' }],
    })
    const run = runner.runUntil({ jobId: next.id })
    await begun
    await expect.poll(async () => (await jobs.find(job.id))?.progress?.passages.done).toBe(3)
    await jobs.cancel(job.id)
    expect(await run).toMatchObject({ status: 'succeeded' })
    expect(await jobs.find(job.id)).toMatchObject({ status: 'cancelled' })
  })

  it('is left to the next worker when its own stops', async () => {
    const { ingest, begun } = createEndlessIngest()
    const { jobs, items, leases, runner, articles, ingestor } = await createRunner('first', { ingest })
    const job = await jobs.create({ kind: 'ingest', locations: [articles] })
    const stop = new AbortController()
    const working = runner.runForever({ signal: stop.signal })
    await begun
    stop.abort()
    await working
    expect(await jobs.find(job.id)).toMatchObject({ status: 'queued' })
    const second = createJobRunner({ jobs, items, leases, ingestor, owner: 'first', ...runnerIntervals })
    expect(await second.runUntil({ jobId: job.id })).toMatchObject({ status: 'succeeded' })
  })

  it('is paused and resumed, and goes on where it was', async () => {
    const { jobs, items, leases, articles, ingestor, write } = await createRunner()
    await write({ 'clip.md': '# CLIP\n\nCLIPは画像と文章を結ぶ。\n', 'dall.md': '# DALL-E\n\nDALL-Eは画像を描く。\n' })
    const job = await jobs.create({ kind: 'ingest', locations: [articles] })
    const reached = createGate()
    const going = createGate()
    let minutes = 0
    const now = () => minutes * 60_000
    const slow: Ingestor = Object.assign(Object.create(ingestor), {
      ingest: (options: Parameters<Ingestor['ingest']>[0]) => {
        const journal = options.journal
        return ingestor.ingest({
          ...options,
          ...(journal && {
            journal: {
              ...journal,
              async finish(request) {
                await journal.finish(request)
                minutes += 1
                if (minutes < 2) return
                reached.open()
                await going.opened
              },
            },
          }),
        })
      },
    } satisfies Partial<Ingestor>)
    const stop = new AbortController()
    const first = createJobRunner({ jobs, items, leases, ingestor: slow, owner: 'first', now, ...runnerIntervals })
    const working = first.runForever({ signal: stop.signal })
    await reached.opened
    await expect.poll(async () => (await jobs.get(job.id)).progress?.seconds).toBe(60)
    await jobs.pause(job.id)
    going.open()
    stop.abort()
    await working
    expect(await jobs.find(job.id)).toMatchObject({ status: 'paused' })
    const { done, waiting } = await items.count(job.id)
    expect(done).toBeGreaterThan(1)
    expect(done + waiting).toBe(4)
    await expect(jobs.retry(job.id)).rejects.toMatchObject({ code: 'JOB_STATE' })
    await jobs.resume(job.id)
    const next = createJobRunner({ jobs, items, leases, ingestor, owner: 'next', now, ...runnerIntervals })
    expect(await next.runUntil({ jobId: job.id })).toMatchObject({
      status: 'succeeded',
      result: { added: 3, documents: 3, failed: [], seconds: 60 },
    })
    const all = await items.list({ jobId: job.id })
    expect(all.filter(({ action }) => action === 'read').map(({ outcome }) => outcome)).toEqual([
      'added',
      'added',
      'added',
    ])
    await expect(jobs.pause(job.id)).rejects.toMatchObject({ code: 'JOB_STATE' })
  })

  it('is tried again for what failed, and for nothing else', async () => {
    const { jobs, items, runner, articles, write } = await createRunner()
    await write({ 'bad.txt': Uint8Array.of(0xff, 0x80, 0x80), 'worse.txt': '' })
    const job = await jobs.create({ kind: 'ingest', locations: [articles] })
    expect(await runner.runUntil({ jobId: job.id })).toMatchObject({ status: 'succeeded', result: { added: 1 } })
    const failed = await items.list({ jobId: job.id, statuses: ['failed'] })
    expect(failed.map(({ error, attempts }) => [error?.code, attempts])).toEqual([
      ['SOURCE_ENCODING', 1],
      ['SOURCE_EMPTY', 1],
    ])
    await write({ 'bad.txt': '直した文章である。', 'bert.md': bertArticle.replace('2018', '2019') })
    await jobs.retry(job.id, { position: failed[0]?.position ?? -1 })
    expect(await runner.runUntil({ jobId: job.id })).toMatchObject({
      status: 'succeeded',
      result: { added: 2, updated: 0, documents: 2, failed: [{ code: 'SOURCE_EMPTY' }] },
    })
    await expect(jobs.retry(job.id, { position: failed[0]?.position ?? -1 })).rejects.toMatchObject({
      code: 'JOB_STATE',
    })
  })

  it('never switches once the lease is lost', async () => {
    const { jobs, items, leases, articles, ingestor, database } = await createRunner()
    const job = await jobs.create({ kind: 'ingest', locations: [articles] })
    let isStolen = false
    // Another process takes the lease while this one does not look, as if it had been suspended.
    const stolen = {
      ...leases,
      acquire: async (options: Parameters<typeof leases.acquire>[0]) => (isStolen ? false : leases.acquire(options)),
    }
    const thief: Ingestor = Object.assign(Object.create(ingestor), {
      ingest: (options: Parameters<Ingestor['ingest']>[0]) =>
        ingestor.ingest({
          ...options,
          onProgress: ({ phase }) => {
            if (phase === 'switching') isStolen = true
          },
        }),
    } satisfies Partial<Ingestor>)
    const stop = new AbortController()
    const runner = createJobRunner({ jobs, items, leases: stolen, ingestor: thief, owner: 'slow', ...runnerIntervals })
    const working = runner.runForever({ signal: stop.signal })
    await expect.poll(() => isStolen, { timeout: 30_000 }).toBe(true)
    await expect.poll(() => leases.findHolder(writerLease)).toBeNull()
    stop.abort()
    await working
    expect(await database.ingestion.findServing()).toBeNull()
    expect(await jobs.find(job.id)).toMatchObject({ status: 'running' })
    const next = createJobRunner({ jobs, items, leases, ingestor, owner: 'next', ...runnerIntervals })
    expect(await next.runUntil({ jobId: job.id })).toMatchObject({ status: 'succeeded', result: { added: 1 } })
  })
})

describe('runForever', () => {
  it('lets one worker work at a time, and goes on after failures', async () => {
    const { jobs, items, leases, ingestor, runner } = await createRunner()
    const failures: ShuttenError[] = []
    let attempts = 0
    const flaky = {
      ...jobs,
      list: async (options: Parameters<typeof jobs.list>[0]) => {
        attempts += 1
        if (attempts < 3) throw new ShuttenError({ code: 'DATABASE_BUSY', message: 'busy', suggestion: 'wait' })
        return jobs.list(options)
      },
    }
    const stop = new AbortController()
    const workers = [
      createJobRunner({
        jobs: flaky,
        items,
        leases,
        ingestor,
        owner: 'a',
        ...runnerIntervals,
        onError: (error) => failures.push(error),
      }),
      createJobRunner({ jobs, items, leases, ingestor, owner: 'b', ...runnerIntervals }),
    ].map((worker) => worker.runForever({ signal: stop.signal }))
    const created = []
    for (const name of ['甲', '乙', '丙'])
      created.push(
        await jobs.create({
          kind: 'ingest-texts',
          documents: [{ uri: `upload:${name}`, title: name, text: `${name}の文章。` }],
        }),
      )
    const last = await runner.runUntil({ jobId: created.at(-1)?.id ?? '' })
    expect(last.result).toMatchObject({ added: 1, documents: 3 })
    stop.abort()
    await Promise.all(workers)
    for (const { id } of created) expect((await jobs.find(id))?.status).toBe('succeeded')
  })

  it('gives up when the records stay unreachable', async () => {
    const { items, leases, ingestor, jobs } = await createRunner()
    const broken = {
      ...jobs,
      list: () => Promise.reject(new ShuttenError({ code: 'DATABASE_FAILED', message: 'gone', suggestion: 'look' })),
    }
    const worker = createJobRunner({
      jobs: broken,
      items,
      leases,
      ingestor,
      owner: 'a',
      ...runnerIntervals,
      pollingIntervalMs: 1,
    })
    await expect(worker.runForever({ signal: new AbortController().signal })).rejects.toMatchObject({
      code: 'DATABASE_FAILED',
    })
  })
})
