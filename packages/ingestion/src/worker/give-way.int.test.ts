import type { JobProgress } from '@shutten/core'
import { describe, expect, it } from 'vitest'
import { createGate } from '../fixtures/create-gate.js'
import { createRunner, runnerIntervals } from '../fixtures/create-runner.js'
import type { Ingestor } from '../pipeline/ingestor.js'
import { createJobRunner } from './create-job-runner.js'

/** A visit that waits, as its progress tells, until it is stopped, and an upload that was asked for meanwhile. */
async function beginVisit(waiting: (now: number) => Partial<JobProgress>) {
  const begun = createGate()
  const clock = { now: 1_000_000 }
  const order: string[] = []
  const { jobs, items, leases, ingestor, articles } = await createRunner()
  const held: Ingestor = Object.assign(Object.create(ingestor), {
    ingestSource: async ({ signal, onProgress }) => {
      order.push('visit')
      if (order.length > 1) return ingestor.ingest({ locations: [] })
      const counts = { documents: { done: 1, total: 2 }, passages: { done: 0, total: 0 } }
      onProgress?.({ phase: 'reading', ...counts, ...waiting(clock.now) })
      begun.open()
      return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)))
    },
    ingest: async (options) => {
      order.push('upload')
      return ingestor.ingest(options)
    },
  } satisfies Partial<Ingestor>)
  const parts = { jobs, items, leases, ingestor: held, owner: 'w', now: () => clock.now }
  const runner = createJobRunner({ ...parts, ...runnerIntervals })
  const visit = await jobs.create({ kind: 'ingest-source', sourceId: 's', name: '規程' })
  const visiting = runner.runUntil({ jobId: visit.id })
  await begun.opened
  const upload = await jobs.create({ kind: 'ingest', locations: [articles] })
  return { jobs, clock, order, visit, visiting, upload }
}

describe('a job', () => {
  it('lets others go first while a server asks for patience, and goes on when that is over', async () => {
    const { jobs, clock, order, visit, visiting, upload } = await beginVisit((now) => ({
      state: 'starved',
      starvedUntil: new Date(now + 60_000).toISOString(),
    }))
    await expect.poll(async () => (await jobs.find(upload.id))?.status, { timeout: 20_000 }).toBe('succeeded')
    expect(await jobs.find(visit.id)).toMatchObject({ status: 'queued' })
    expect(order).toEqual(['visit', 'upload'])
    clock.now += 60_000
    expect(await visiting).toMatchObject({ status: 'succeeded' })
    expect(order).toEqual(['visit', 'upload', 'visit'])
  })

  it('lets others go first while a server is slow, and goes on when they are done', async () => {
    const { jobs, clock, order, visiting, upload } = await beginVisit(() => ({ fetchingFrom: 'slow.example' }))
    clock.now += 30_000
    expect(await visiting).toMatchObject({ status: 'succeeded' })
    expect(await jobs.find(upload.id)).toMatchObject({ status: 'succeeded' })
    expect(order).toEqual(['visit', 'upload', 'visit'])
  })
})
