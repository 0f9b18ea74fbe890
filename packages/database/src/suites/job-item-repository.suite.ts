import type { IngestReport } from '@shutten/core'
import { expect, it } from 'vitest'
import { sampleStaging } from './sample-staging.js'
import type { SuiteOptions } from './suite-options.js'

const staged = { documentId: 'd', versionId: 'v', contentHash: 'h', givenTags: ['x'] }
const error = { code: 'SOURCE_EMPTY', message: 'm', suggestion: 's' }
const read = (uri: string) => ({ uri, action: 'read' as const })

export function jobItemRepositorySuite({ open }: SuiteOptions): void {
  const begin = async () => {
    const { jobs, jobItems: items } = await open()
    const { id: jobId } = await jobs.create({ kind: 'ingest', locations: ['/a'] })
    return { jobs, items, jobId }
  }

  it('keeps what was staged for a job that goes on, when asked to', async () => {
    const { jobs, jobItems: items, ingestion } = await open()
    const { id: jobId } = await jobs.create({ kind: 'ingest', locations: ['/a'] })
    await items.begin({ jobId, base: null, items: [read('/a/1'), read('/a/2')] })
    const [kept, left] = [
      await ingestion.stageVersion(sampleStaging({ uri: '/a/1', sentences: ['甲。'] })),
      await ingestion.stageVersion(sampleStaging({ uri: '/a/2', sentences: ['乙。'] })),
    ]
    await items.finish({ jobId, position: 0, outcome: 'added', staged: { ...staged, ...kept } })
    expect(await ingestion.prune({ keepGenerations: [], keepStaged: true })).toBe(1)
    expect([...(await ingestion.findVersionIds([kept.versionId, left.versionId]))]).toEqual([kept.versionId])
    await jobs.cancel(jobId)
    expect(await ingestion.prune({ keepGenerations: [], keepStaged: true })).toBe(1)
  })

  it('counts as compared with the generation that it has switched to', async () => {
    const { jobs, jobItems: items, ingestion } = await open()
    const { id: jobId } = await jobs.create({ kind: 'reindex' })
    const version = await ingestion.stageVersion(sampleStaging({ uri: '/a/1', sentences: ['甲。'] }))
    expect(await items.findBase(jobId)).toBeNull()
    await ingestion.switchTo({
      generationId: 'g1',
      versions: [version],
      counts: { documents: 1, passages: 1 },
      embedder: 'e',
      jobId,
    })
    expect(await items.findBase(jobId)).toEqual({ base: 'g1' })
  })

  it('keeps what a job has to do, and what became of it', async () => {
    const { items, jobId } = await begin()
    expect(await items.findBase(jobId)).toBeNull()
    await items.begin({ jobId, base: null, items: [{ uri: '/a', action: 'list' }] })
    expect(await items.findBase(jobId)).toEqual({ base: null })
    await items.start({ jobId, position: 0 })
    await items.expand({ jobId, position: 0, items: [read('/a/1'), read('/a/2'), { uri: '/a/3', action: 'remove' }] })
    await items.start({ jobId, position: 1 })
    await items.finish({ jobId, position: 1, outcome: 'added', staged })
    const nextAttemptAt = new Date('2026-01-01T00:00:00Z')
    await items.start({ jobId, position: 2 })
    await items.fail({ jobId, position: 2, error, nextAttemptAt })
    expect(await items.list({ jobId })).toEqual([
      {
        position: 0,
        uri: '/a',
        action: 'list',
        status: 'done',
        outcome: null,
        attempts: 1,
        nextAttemptAt: null,
        error: null,
        staged: null,
      },
      {
        position: 1,
        uri: '/a/1',
        action: 'read',
        status: 'done',
        outcome: 'added',
        attempts: 1,
        nextAttemptAt: null,
        error: null,
        staged,
      },
      {
        position: 2,
        uri: '/a/2',
        action: 'read',
        status: 'waiting',
        outcome: null,
        attempts: 1,
        nextAttemptAt: nextAttemptAt.toISOString(),
        error,
        staged: null,
      },
      {
        position: 3,
        uri: '/a/3',
        action: 'remove',
        status: 'waiting',
        outcome: null,
        attempts: 0,
        nextAttemptAt: null,
        error: null,
        staged: null,
      },
    ])
    await items.fail({ jobId, position: 2, error, nextAttemptAt: null })
    expect(await items.count(jobId)).toEqual({ waiting: 1, done: 2, failed: 1 })
    expect((await items.list({ jobId, statuses: ['failed', 'waiting'], offset: 1 })).map(({ uri }) => uri)).toEqual([
      '/a/3',
    ])
  })

  it('begins anew in place of what was there', async () => {
    const { items, jobId } = await begin()
    await items.begin({ jobId, base: 'g1', items: Array.from({ length: 2_500 }, (_, at) => read(`/${at}`)) })
    expect(await items.count(jobId)).toEqual({ waiting: 2_500, done: 0, failed: 0 })
    await items.begin({ jobId, base: 'g2', items: [read('/x')] })
    expect((await items.list({ jobId })).map(({ uri, position }) => [position, uri])).toEqual([[0, '/x']])
    expect(await items.findBase(jobId)).toEqual({ base: 'g2' })
  })

  it('has what was done wait again, but for the listing', async () => {
    const { items, jobId } = await begin()
    await items.begin({ jobId, base: 'g1', items: [{ uri: '/a', action: 'list' }] })
    await items.expand({ jobId, position: 0, items: [read('/a/1'), read('/a/2')] })
    await items.start({ jobId, position: 1 })
    await items.finish({ jobId, position: 1, outcome: 'added', staged })
    await items.fail({ jobId, position: 2, error, nextAttemptAt: null })
    await items.restart({ jobId, base: 'g2' })
    expect((await items.list({ jobId })).map(({ status, outcome, staged }) => [status, outcome, staged])).toEqual([
      ['done', null, null],
      ['waiting', null, null],
      ['failed', null, null],
    ])
    expect(await items.findBase(jobId)).toEqual({ base: 'g2' })
  })

  it('has what failed wait again when the job is tried again: all, or one', async () => {
    const { jobs, items, jobId } = await begin()
    const failAll = async () => {
      for (const position of [0, 1]) {
        await items.start({ jobId, position })
        await items.fail({ jobId, position, error, nextAttemptAt: null })
      }
      await jobs.claim({ owner: 'w' })
      await jobs.succeed(jobId, { failed: [] } as unknown as IngestReport)
    }
    await items.begin({ jobId, base: null, items: [read('/1'), read('/2')] })
    await failAll()
    await jobs.retry(jobId, { position: 1 })
    expect((await items.list({ jobId })).map(({ status, attempts }) => [status, attempts])).toEqual([
      ['failed', 1],
      ['waiting', 0],
    ])
    await failAll()
    await jobs.retry(jobId)
    expect(await items.count(jobId)).toMatchObject({ waiting: 2, failed: 0 })
  })

  it('carries texts outside of the job’s row, until they are stored', async () => {
    const { jobs, jobItems: items } = await open()
    const documents = Array.from({ length: 250 }, (_, at) => ({
      uri: `text:${at}`,
      title: `題${at}`,
      text: `文章${at}`,
      tags: ['x'],
    }))
    const { id: jobId } = await jobs.create({ kind: 'ingest-texts', documents })
    expect((await jobs.find(jobId))?.request).toEqual({
      kind: 'ingest-texts',
      documents: documents.map(({ uri, title }) => ({ uri, title })),
    })
    expect(await items.getPayload({ jobId, position: 249 })).toEqual(documents[249])
    expect(await items.findBase(jobId)).toBeNull()
    await items.restart({ jobId, base: null })
    await items.finish({ jobId, position: 0, outcome: 'added', staged })
    await items.fail({ jobId, position: 1, error, nextAttemptAt: null })
    await jobs.claim({ owner: 'w' })
    await jobs.succeed(jobId, { failed: [] } as unknown as IngestReport)
    await expect(items.getPayload({ jobId, position: 0 })).rejects.toMatchObject({ code: 'JOB_NOT_FOUND' })
    expect(await items.getPayload({ jobId, position: 1 })).toEqual(documents[1])
  })

  it('forgets the texts of a job that was cancelled', async () => {
    const { jobs, jobItems: items } = await open()
    const { id: jobId } = await jobs.create({ kind: 'ingest-texts', documents: [{ uri: 'u', title: 't', text: '文' }] })
    await jobs.cancel(jobId)
    await expect(items.getPayload({ jobId, position: 0 })).rejects.toMatchObject({ code: 'JOB_NOT_FOUND' })
  })

  it('keeps the items of the newest finished jobs only', async () => {
    const { jobs, jobItems: items } = await open()
    const ids: string[] = []
    for (let at = 0; at < 52; at++) {
      const { id: jobId } = await jobs.create({ kind: 'ingest', locations: ['/a'] })
      ids.push(jobId)
      await items.begin({ jobId, base: null, items: [read('/1')] })
      await jobs.claim({ owner: 'w' })
      await jobs.succeed(jobId, { failed: [] } as unknown as IngestReport)
    }
    const counts = await Promise.all(ids.map(async (id) => (await items.count(id)).waiting))
    expect(counts).toEqual(ids.map((_, at) => (at < 2 ? 0 : 1)))
  })
}
