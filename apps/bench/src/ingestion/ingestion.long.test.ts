import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, expect, it } from 'vitest'
import type { IngestionReport } from './report/ingestion-report.js'

const main = fileURLToPath(new URL('../../dist/main.js', import.meta.url))
const folder = await mkdtemp(path.join(tmpdir(), 'shutten-bench-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

it('measures indexing beside the embedder alone and LangChain', { timeout: 300_000 }, async () => {
  const out = path.join(folder, 'report.json')
  const flags = { passages: '30', folder, corpus: folder, evaluation: folder, out }
  const { stdout } = await promisify(execFile)(process.execPath, [
    main,
    'ingestion',
    '--json',
    ...Object.entries(flags).flatMap(([name, value]) => [`--${name}`, value]),
  ])
  const report = JSON.parse(stdout) as IngestionReport
  expect(JSON.parse(await readFile(out, 'utf8'))).toEqual(report)
  expect(report).toMatchObject({ realArticles: 30, base: 'sample articles' })
  const [size] = report.sizes
  expect(size?.passages).toBeGreaterThanOrEqual(30)
  expect(size?.embedding.passages).toBe(size?.passages)
  expect(size?.full.report).toMatchObject({ added: size?.articles, failed: [], passages: size?.passages })
  expect(size?.unchanged.report).toMatchObject({ unchanged: size?.articles, updated: 0 })
  expect(size?.changed.report.updated).toBe(1)
  for (const value of [size?.embedding.seconds, size?.full.seconds, size?.memory.peak, size?.indexBytes])
    expect(value).toBeGreaterThan(0)
  expect(size?.search).toMatchObject({ failures: 0 })
  expect(size?.search.busy.searches).toBeGreaterThan(0)
  for (const value of [size?.peer?.full, size?.peer?.unchanged]) expect(value).toBeGreaterThan(0)
  expect(report.goals.map(({ name }) => name)).toContain('resident memory of the worker, GB')
})
