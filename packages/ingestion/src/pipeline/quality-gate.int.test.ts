import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { type GenerationGate, type JobRepository, type QualityVerdict, ShuttenError } from '@shutten/core'
import { describe, expect, it } from 'vitest'
import { createTestRecords, getBundledEmbedder } from '../fixtures/create-test-records.js'
import { createJobRunner } from '../worker/create-job-runner.js'

const bert = '# BERT\n\nBERTは2018年にGoogleが発表した言語モデルである。\n'
const intervals = { leaseTtlMs: 1_500, pollingIntervalMs: 10, progressIntervalMs: 5 }
const fell: QualityVerdict = {
  passes: false,
  shortfalls: [{ figure: 'correct', rule: 'least', value: 0.5, limit: 0.9 }],
  beforeRunId: null,
}

/** A gate whose word a test gives; it keeps what it was asked. */
function createTestGate() {
  const asked: Parameters<GenerationGate['judge']>[0][] = []
  const gate = {
    isOpen: true,
    passes: true,
    /** In place of a verdict. */
    meanwhile: null as null | ((options: Parameters<GenerationGate['judge']>[0]) => Promise<never>),
    asked,
    isOn: async () => gate.isOpen,
    async judge(options: Parameters<GenerationGate['judge']>[0]) {
      asked.push(options)
      options.onProgress?.({ done: 1, total: 2 })
      if (gate.meanwhile) return gate.meanwhile(options)
      const verdict = gate.passes ? { passes: true, shortfalls: [], beforeRunId: null } : fell
      return { runId: `run${asked.length}`, verdict, description: 'correct 0.500, at least 0.900 is asked for' }
    },
  }
  return gate
}

function untilAborted(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => {
    if (signal?.aborted) reject(signal.reason)
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
}

let gate: ReturnType<typeof createTestGate>
let records: Awaited<ReturnType<typeof createTestRecords>>
let first: string

async function begin() {
  gate = createTestGate()
  records = await createTestRecords({ gate })
  await records.write({ 'bert.md': bert })
  await run()
  first = (await records.database.ingestion.findServing())?.id ?? ''
  // The first generation takes nothing's place.
  expect(gate.asked).toEqual([])
  await records.write({ 'clip.md': '# CLIP\n\nCLIPは画像と文章を結ぶモデルである。\n' })
}

const createRunner = (change: Partial<JobRepository> = {}) => {
  const { database, ingestor } = records
  const { jobItems: items, leases } = database
  const jobs = { ...database.jobs, ...change }
  return createJobRunner({ jobs, items, leases, ingestor, owner: 'test', ...intervals })
}
const ask = () => records.database.jobs.create({ kind: 'ingest', locations: [records.articles] })
async function run(jobId?: string) {
  return createRunner().runUntil({ jobId: jobId ?? (await ask()).id })
}
const serving = async () => (await records.database.ingestion.findServing())?.id
const folders = async () => (await readdir(path.join(records.folder, 'data/generations'))).sort()

describe('the gate', () => {
  it('switches to what it lets through, measured before it serves', async () => {
    await begin()
    let servedThen: string | undefined
    const judge = gate.judge
    gate.judge = async (options) => {
      servedThen = await serving()
      expect((await records.generations.open(options.generationId)).manifest.counts.documents).toBe(2)
      return judge(options)
    }
    const done = await run()
    expect(done).toMatchObject({ status: 'succeeded', result: { added: 1, documents: 2 } })
    expect(servedThen).toBe(first)
    expect(done.result?.generation).toBe(gate.asked[0]?.generationId)
    expect(await records.database.candidates.list()).toEqual([])
    expect(await folders()).toEqual([first, await serving()].sort())
    expect(await records.database.findLeftovers()).toEqual([])
  })

  it('holds back what falls below it: the job says so, what served goes on', async () => {
    await begin()
    gate.passes = false
    const job = await run()
    expect(job).toMatchObject({ status: 'failed', error: { code: 'QUALITY_BELOW_GATE' } })
    expect(job.error?.message).toContain('correct 0.500, at least 0.900')
    expect(await serving()).toBe(first)
    const [held] = await records.database.candidates.list()
    expect(held).toMatchObject({ jobId: job.id, base: first, documents: 2, held: { runId: 'run1', verdict: fell } })
    expect(await folders()).toEqual([first, held?.generationId].sort())
    expect((await records.database.ingestion.listGenerations()).map(({ id }) => id)).toEqual([first])
  })

  it('switches to it all the same when somebody says so, and builds and measures nothing again', async () => {
    await begin()
    gate.passes = false
    const job = await run()
    const [held] = await records.database.candidates.list()
    const generationId = held?.generationId ?? ''
    await records.database.candidates.accept({ generationId, by: 'admin' })
    const embedded = records.getEmbeddedCount()
    expect(await run(job.id)).toMatchObject({ status: 'succeeded', result: { added: 1, generation: generationId } })
    expect(gate.asked).toHaveLength(1)
    expect(records.getEmbeddedCount()).toBe(embedded)
    expect(await serving()).toBe(generationId)
    expect((await records.database.documents.list()).total).toBe(2)
    expect(await records.database.candidates.list()).toEqual([])
  })

  it('drops it on request, its folder and what only it held included', async () => {
    await begin()
    gate.passes = false
    await run()
    const [held] = await records.database.candidates.list()
    const generation = held?.generationId ?? ''
    const drop = await records.database.jobs.create({ kind: 'drop-generation', generation })
    expect(await run(drop.id)).toMatchObject({ status: 'succeeded', result: { generation: first } })
    expect(await folders()).toEqual([first])
    expect(await records.database.candidates.list()).toEqual([])
    const again = await records.database.jobs.create({ kind: 'drop-generation', generation })
    expect(await run(again.id)).toMatchObject({ error: { code: 'GENERATION_NOT_HELD' } })
  })

  it('finds what another job has built of the same, with what was measured of it', async () => {
    await begin()
    gate.passes = false
    await run()
    const second = await run()
    expect(second).toMatchObject({ status: 'failed', error: { code: 'QUALITY_BELOW_GATE' } })
    expect(gate.asked.map(({ generationId }) => generationId)).toEqual([
      gate.asked[0]?.generationId,
      gate.asked[0]?.generationId,
    ])
    expect(gate.asked[1]?.held).toMatchObject({ runId: 'run1' })
    expect(await records.database.candidates.list()).toMatchObject([{ jobId: second.id }])
    // Something else came along: it is built, and takes its place.
    await records.write({ 'dall.md': '# DALL-E\n\nDALL-Eは画像を描くモデルである。\n' })
    gate.passes = true
    expect(await run()).toMatchObject({ status: 'succeeded', result: { documents: 3 } })
    expect(await records.database.candidates.list()).toEqual([])
    expect(await folders()).toEqual([first, await serving()].sort())
  })

  it('measures again what is tried again', async () => {
    await begin()
    gate.passes = false
    const job = await run()
    gate.passes = true
    await records.database.jobs.retry(job.id)
    expect(await run(job.id)).toMatchObject({
      status: 'succeeded',
      result: { generation: gate.asked[0]?.generationId },
    })
    expect(gate.asked[1]).toMatchObject({ held: null, isAgain: true })
  })

  it('does not take for a wish to try again that its worker died between holding it back and saying so', async () => {
    await begin()
    gate.passes = false
    const { id } = await ask()
    const fail = async () => {
      throw new Error('killed')
    }
    await expect(createRunner({ fail }).runUntil({ jobId: id })).rejects.toThrow('killed')
    expect(await records.database.jobs.get(id)).toMatchObject({ status: 'running' })
    expect(await run(id)).toMatchObject({ status: 'failed', error: { code: 'QUALITY_BELOW_GATE' } })
    expect(gate.asked).toHaveLength(2)
    expect(gate.asked[1]?.isAgain).toBe(false)
  })

  it('goes on with what was built when the worker ended in the middle of measuring', async () => {
    await begin()
    const stop = new AbortController()
    gate.meanwhile = async ({ signal }) => {
      stop.abort()
      return untilAborted(signal)
    }
    const job = await ask()
    await createRunner().runForever({ signal: stop.signal })
    expect(await records.database.jobs.get(job.id)).toMatchObject({ status: 'queued' })
    const [waiting] = await records.database.candidates.list()
    expect(waiting).toMatchObject({ jobId: job.id, held: null })
    gate.meanwhile = null
    const embedded = records.getEmbeddedCount()
    expect(await run(job.id)).toMatchObject({ status: 'succeeded', result: { generation: waiting?.generationId } })
    expect(records.getEmbeddedCount()).toBe(embedded)
    expect(await folders()).toEqual([first, await serving()].sort())
  })

  it('leaves nothing of a job that is cancelled while it measures, or whose measurement fails', async () => {
    await begin()
    gate.meanwhile = async ({ jobId, signal }) => {
      await records.database.jobs.cancel(jobId)
      return untilAborted(signal)
    }
    expect(await run()).toMatchObject({ status: 'cancelled' })
    expect(await folders()).toEqual([first])
    expect(await records.database.candidates.prune()).toEqual([])
    gate.meanwhile = async () => {
      throw new ShuttenError({ code: 'LLM_UNAVAILABLE', message: 'down', suggestion: 'wait' })
    }
    expect(await run()).toMatchObject({ status: 'failed', error: { code: 'LLM_UNAVAILABLE' } })
    expect(await folders()).toEqual([first])
    expect(await records.database.candidates.prune()).toEqual([])
  })

  it('keeps nothing from being deleted, also not what is held back', async () => {
    await begin()
    gate.passes = false
    await run()
    const [document] = (await records.database.documents.list()).documents
    const removal = await records.database.jobs.create({ kind: 'delete', documentId: document?.id ?? '' })
    const removed = await run(removal.id)
    expect(removed).toMatchObject({ status: 'succeeded', result: { proof: { passages: 0, vectors: 0, lexical: 0 } } })
    expect(gate.asked).toHaveLength(1)
    expect(await folders()).toEqual([await serving()])
    expect(await records.database.candidates.prune()).toEqual([])
  })

  it('holds back no rebuild that what serves cannot be asked without', async () => {
    await begin()
    gate.passes = false
    const other = { ...getBundledEmbedder(), id: 'another' }
    const report = await records.ingestor.reindex({ embedder: other, jobId: (await ask()).id })
    expect(await serving()).toBe(report.generation)
    expect(gate.asked).toEqual([])
  })
})
