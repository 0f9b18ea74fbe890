import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseReport } from '@shutten/evaluation'
import { createTemporaryFolder } from '@shutten/testing'
import { expect, test } from 'vitest'
import { createRunStore } from './create-run-store.js'

const createReport = (id: string, dataset = 'golden') => {
  const report = parseReport({
    dataset,
    documents: 1,
    seconds: 1,
    perQuestion: [
      {
        id: 'q',
        kind: 'fact',
        question: '？',
        status: null,
        correct: null,
        answer: null,
        quotes: [],
        timings: {},
        measures: { 'mrr@10': [0.5, 1] },
      },
    ],
    run: {
      id,
      createdAt: '2026-11-22T00:00:00.000Z',
      configuration: {
        embedder: 'e',
        reranker: null,
        generator: 'extractive',
        chunker: 'c',
        analyser: 'a',
        calibration: 'k',
        retrieval: {},
        options: { only: null, limit: null, ask: null, depth: 10, perturb: [] },
        software: { shutten: '0', node: '20' },
      },
      indexing: null,
    },
  })
  return { ...report, run: report.run as NonNullable<typeof report.run> }
}

test('runs are kept, listed newest first, and found by id, its beginning, or as the latest of a dataset', async () => {
  const folder = path.join(await createTemporaryFolder(), 'evaluations')
  const store = createRunStore({ folder })
  expect(await store.list()).toEqual([])
  for (const id of ['20261122T010000Z-golden', '20261122T030000Z-jsquad', '20261122T020000Z-golden'])
    await store.save(createReport(id, id.split('-')[1]))
  expect((await store.list()).map(({ id }) => id)).toEqual([
    '20261122T030000Z-jsquad',
    '20261122T020000Z-golden',
    '20261122T010000Z-golden',
  ])
  expect((await store.list())[0]).toMatchObject({ dataset: 'jsquad', questions: 1, figures: { 'mrr@10': 0.5 } })
  const idOf = async (...args: Parameters<typeof store.get>) => (await store.get(...args)).run?.id
  expect(await idOf('20261122T010000Z-golden')).toBe('20261122T010000Z-golden')
  expect(await idOf('20261122T02')).toBe('20261122T020000Z-golden')
  expect(await idOf('latest')).toBe('20261122T030000Z-jsquad')
  expect(await idOf('latest', { dataset: 'golden' })).toBe('20261122T020000Z-golden')
  expect(await idOf(path.join(folder, '20261122T010000Z-golden.json'))).toBe('20261122T010000Z-golden')
  expect(readdirSync(folder)).toHaveLength(3)
})

test('what is not there, not one, or not a report is told', async () => {
  const folder = path.join(await createTemporaryFolder(), 'evaluations')
  const store = createRunStore({ folder })
  mkdirSync(folder)
  await expect(store.get('latest')).rejects.toMatchObject({ code: 'RUN_NOT_FOUND' })
  await store.save(createReport('20261122T010000Z-golden'))
  await store.save(createReport('20261122T020000Z-golden'))
  await expect(store.get('2026')).rejects.toMatchObject({ code: 'RUN_NOT_FOUND' })
  await expect(store.get('latest', { dataset: 'other' })).rejects.toMatchObject({ code: 'RUN_NOT_FOUND' })
  writeFileSync(path.join(folder, 'broken.json'), '{')
  writeFileSync(path.join(folder, 'other.json'), '{"name":"a dataset"}')
  await expect(store.get('broken')).rejects.toMatchObject({ code: 'REPORT_INVALID' })
  await expect(store.get(path.join(folder, 'other.json'))).rejects.toMatchObject({ code: 'REPORT_INVALID' })
  expect(await store.list()).toHaveLength(2)
})

test('ids sort by time and make file names of any dataset name', () => {
  const store = createRunStore({ folder: 'x' })
  const now = new Date('2026-11-22T04:12:33.456Z')
  expect(store.createId({ dataset: 'golden', now })).toBe('20261122T041233Z-golden')
  expect(store.createId({ dataset: '../日本語 の/質問?', now })).toBe('20261122T041233Z-日本語-の-質問')
  expect(store.createId({ dataset: '///', now })).toBe('20261122T041233Z-dataset')
})
