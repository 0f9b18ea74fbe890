import { expect, it } from 'vitest'
import { runCrashSuite } from './run-crash-suite.js'

// The whole of it, with jobs of every kind, is `pnpm test:crash`.
it('loses nothing when workers and web servers are killed', { timeout: 600_000 }, async () => {
  const report = await runCrashSuite({
    seed: 20_261_122,
    workerKills: 3,
    webKills: 1,
    onlyFolder: true,
    phases: ['parse', 'measure', 'switch'],
    onProgress: () => {},
  })
  expect(report.worker.problems).toEqual([])
  expect(report.web.problems).toEqual([])
  expect(report.worker.kills.length).toBeGreaterThanOrEqual(3)
  expect(report.worker.kills.map(({ phase }) => phase)).toEqual(expect.arrayContaining(['parse', 'measure', 'switch']))
  expect(report.web.kills).toHaveLength(1)
  expect(report.worker.loop?.failures).toEqual([])
  expect(report.worker.loop?.searches).toBeGreaterThan(3)
})
