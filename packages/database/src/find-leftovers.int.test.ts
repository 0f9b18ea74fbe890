import path from 'node:path'
import type { IngestReport } from '@shutten/core'
import { createTemporaryFolder } from '@shutten/testing'
import { expect, it, onTestFinished } from 'vitest'
import { createDatabase } from './create-database.js'
import { sampleStaging } from './suites/sample-staging.js'

const report = { failed: [], generation: 'g3' } as unknown as IngestReport

it('names rows that their work has outlived, once no job needs them', async () => {
  const database = await createDatabase({ file: path.join(await createTemporaryFolder(), 'shutten.db') })
  onTestFinished(() => database.close())
  const { ingestion, jobs, jobItems: items } = database
  const stage = (revision: number) =>
    ingestion.stageVersion(sampleStaging({ uri: 'file:///a.md', sentences: [`第${revision}版。`] }))
  expect(await database.findLeftovers()).toEqual([])
  const { id: jobId } = await jobs.create({ kind: 'ingest', locations: ['/a'] })
  await jobs.claim({ owner: 'w' })
  for (const revision of [1, 2, 3])
    await ingestion.switchTo({
      generationId: `g${revision}`,
      versions: [await stage(revision)],
      counts: { documents: 1, passages: 1 },
      embedder: 'e',
    })
  await stage(4)
  await items.begin({ jobId, base: null, items: [{ uri: '/a', action: 'list' }] })
  expect(await database.findLeftovers()).toEqual([])
  await jobs.succeed(jobId, report)
  expect(await database.findLeftovers()).toEqual([
    '1 document versions that no generation holds',
    '1 generations before the previous one',
    '1 items that a finished job did not come to',
  ])
  await ingestion.prune({ keepGenerations: ['g3', 'g2'] })
  await items.expand({ jobId, position: 0, items: [] })
  expect(await database.findLeftovers()).toEqual([])
})

it('leaves alone what a failed job may go on with', async () => {
  const database = await createDatabase({ file: path.join(await createTemporaryFolder(), 'shutten.db') })
  onTestFinished(() => database.close())
  const { ingestion, jobs, jobItems: items } = database
  const { id: jobId } = await jobs.create({ kind: 'ingest', locations: ['/a'] })
  await items.begin({ jobId, base: null, items: [{ uri: '/a/1', action: 'read' }] })
  const version = await ingestion.stageVersion(sampleStaging({ uri: '/a/1', sentences: ['甲。'] }))
  const staged = { ...version, contentHash: 'h', givenTags: [] }
  await items.finish({ jobId, position: 0, outcome: 'added', staged })
  await jobs.fail(jobId, { code: 'DISK_FULL', message: 'm', suggestion: 's' })
  const { id: other } = await jobs.create({ kind: 'reindex' })
  await jobs.claim({ owner: 'w' })
  await jobs.succeed(other, report)
  expect(await database.findLeftovers()).toEqual([])
})
