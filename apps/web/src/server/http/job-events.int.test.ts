import path from 'node:path'
import { createDatabase } from '@shutten/database'
import { createTemporaryFolder } from '@shutten/testing'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { JobView } from './describe-job'
import { streamJobEvents } from './stream-job-events'

const progress = { phase: 'embedding', documents: { done: 1, total: 2 }, passages: { done: 3, total: 9 } } as const
const report = {
  added: 0,
  updated: 0,
  unchanged: 2,
  moved: 0,
  deleted: 0,
  quarantined: 0,
  failed: [],
  documents: 2,
  passages: 9,
  generation: 'g1',
  seconds: 1,
}

async function setUp(options: { silenceMs?: number } = {}) {
  const { jobs, close } = await createDatabase({ file: path.join(await createTemporaryFolder(), 'shutten.db') })
  onTestFinished(() => close())
  const job = await jobs.create({ kind: 'reindex' })
  const listen = async (init: RequestInit = {}) => {
    const current = (await jobs.find(job.id)) ?? job
    const request = new Request('http://127.0.0.1/', init)
    return streamJobEvents({ request, jobs, job: current, intervalMs: 2, ...options })
  }
  return { jobs, job, listen }
}

/** The events of a stream, one at a time; null when it has ended. */
function readEvents(response: Response) {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  if (!reader) throw new Error('no body')
  return { next: async () => (await reader.read()).value ?? null, cancel: () => reader.cancel() }
}

const view = (event: string | null): JobView => JSON.parse(/^data: (.*)$/m.exec(event ?? '')?.[1] ?? 'null')

describe('streamJobEvents', () => {
  it('gives the present state at once, then each change, and ends after the last', async () => {
    const { jobs, job, listen } = await setUp()
    const events = readEvents(await listen())
    expect(view(await events.next())).toMatchObject({ id: job.id, kind: 'reindex', status: 'queued' })
    await jobs.claim({ owner: 'worker' })
    expect(view(await events.next())).toMatchObject({ status: 'running', progress: null })
    await jobs.reportProgress(job.id, progress)
    expect(view(await events.next())).toMatchObject({ status: 'running', progress })
    await jobs.succeed(job.id, report)
    const last = await events.next()
    expect(last).toMatch(/^event: job\nid: final\n/)
    expect(view(last)).toMatchObject({ status: 'succeeded', result: report })
    expect(await events.next()).toBeNull()
  })
  it('tells a late client the truth, and one that has seen it not to come back', async () => {
    const { jobs, job, listen } = await setUp()
    await jobs.fail(job.id, { code: 'DISK_FULL', message: 'The disk is full.', suggestion: 'Free some space.' })
    const events = readEvents(await listen())
    expect(view(await events.next())).toMatchObject({ status: 'failed', error: { code: 'DISK_FULL' } })
    expect(await events.next()).toBeNull()
    expect((await listen({ headers: { 'Last-Event-ID': 'final' } })).status).toBe(204)
  })
  it('keeps a silent connection alive', async () => {
    const { listen } = await setUp({ silenceMs: 4 })
    const events = readEvents(await listen())
    await events.next()
    expect(await events.next()).toMatch(/^: /)
    await events.cancel()
  })
  it('stops asking when the client is gone', async () => {
    const { jobs, listen } = await setUp()
    const gone = new AbortController()
    const events = readEvents(await listen({ signal: gone.signal }))
    await events.next()
    gone.abort()
    expect(await events.next()).toBeNull()
    expect(await jobs.list()).toHaveLength(1)
  })
})
