import { describe, expect, it } from 'vitest'
import { createGate } from '../fixtures/create-gate.js'
import { createRunner, runnerIntervals } from '../fixtures/create-runner.js'
import type { Ingestor } from '../pipeline/ingestor.js'
import { createJobRunner } from './create-job-runner.js'

describe('a job', () => {
  it('lets others go first while a server asks for patience, and goes on when that is over', async () => {
    const starved = createGate()
    let clock = 1_000_000
    const order: string[] = []
    const { jobs, items, leases, ingestor, articles } = await createRunner()
    const held: Ingestor = Object.assign(Object.create(ingestor), {
      ingestSource: async ({ signal, onProgress }) => {
        order.push('visit')
        if (order.length > 1) return ingestor.ingest({ locations: [] })
        const counts = { documents: { done: 1, total: 2 }, passages: { done: 0, total: 0 } }
        onProgress?.({
          phase: 'reading',
          ...counts,
          state: 'starved',
          starvedUntil: new Date(clock + 60_000).toISOString(),
        })
        starved.open()
        return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)))
      },
      ingest: async (options) => {
        order.push('upload')
        return ingestor.ingest(options)
      },
    } satisfies Partial<Ingestor>)
    const runner = createJobRunner({
      jobs,
      items,
      leases,
      ingestor: held,
      owner: 'w',
      now: () => clock,
      ...runnerIntervals,
    })
    const visit = await jobs.create({ kind: 'ingest-source', sourceId: 's', name: '規程' })
    const visiting = runner.runUntil({ jobId: visit.id })
    await starved.opened
    const upload = await jobs.create({ kind: 'ingest', locations: [articles] })
    await expect.poll(async () => (await jobs.find(upload.id))?.status, { timeout: 20_000 }).toBe('succeeded')
    expect(await jobs.find(visit.id)).toMatchObject({ status: 'queued' })
    expect(order).toEqual(['visit', 'upload'])
    clock += 60_000
    expect(await visiting).toMatchObject({ status: 'succeeded' })
    expect(order).toEqual(['visit', 'upload', 'visit'])
  })

  it('lets others go first while a server is slow, and goes on when they are done', async () => {
    const slow = createGate()
    let clock = 1_000_000
    const order: string[] = []
    const { jobs, items, leases, ingestor, articles } = await createRunner()
    const held: Ingestor = Object.assign(Object.create(ingestor), {
      ingestSource: async ({ signal, onProgress }) => {
        order.push('visit')
        if (order.length > 1) return ingestor.ingest({ locations: [] })
        const counts = { documents: { done: 1, total: 2 }, passages: { done: 0, total: 0 } }
        onProgress?.({ phase: 'reading', ...counts, fetchingFrom: 'slow.example' })
        slow.open()
        return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)))
      },
      ingest: async (options) => {
        order.push('upload')
        return ingestor.ingest(options)
      },
    } satisfies Partial<Ingestor>)
    const runner = createJobRunner({
      jobs,
      items,
      leases,
      ingestor: held,
      owner: 'w',
      now: () => clock,
      ...runnerIntervals,
    })
    const visit = await jobs.create({ kind: 'ingest-source', sourceId: 's', name: '規程' })
    const visiting = runner.runUntil({ jobId: visit.id })
    await slow.opened
    const upload = await jobs.create({ kind: 'ingest', locations: [articles] })
    clock += 30_000
    expect(await visiting).toMatchObject({ status: 'succeeded' })
    expect(await jobs.find(upload.id)).toMatchObject({ status: 'succeeded' })
    expect(order).toEqual(['visit', 'upload', 'visit'])
  })
})
