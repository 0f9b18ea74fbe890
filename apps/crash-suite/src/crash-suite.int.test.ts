import { expect, it } from 'vitest'
import { runCrashSuite } from './run-crash-suite.js'

// The whole of it is `pnpm test:crash`. One worker is killed in each job of a round.
it('loses nothing when workers and web servers are killed', { timeout: 600_000 }, async () => {
  const report = await runCrashSuite({ seed: 20_261_122, workerKills: 7, webKills: 3, onProgress: () => {} })
  expect(report.worker.problems).toEqual([])
  expect(report.web.problems).toEqual([])
  expect(report.worker.kills.length).toBeGreaterThanOrEqual(7)
  expect(report.web.kills).toHaveLength(3)
  expect(report.worker.loop?.failures).toEqual([])
  expect(report.worker.loop?.searches).toBeGreaterThan(3)
})
