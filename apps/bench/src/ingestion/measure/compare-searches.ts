import { setTimeout as delay } from 'node:timers/promises'
import type { SearchLoad } from '../report/ingestion-report.js'
import type { Hold } from './create-hold.js'
import type { RunningSearcher } from './start-searcher.js'

const turnMs = 5_000

/** Counts searches while a job is worked on and while its worker is held still, by turns, to the end of the job. */
export async function compareSearches(options: {
  hold: Hold
  searcher: RunningSearcher
  /** Begins the job. */
  work: () => Promise<unknown>
}): Promise<SearchLoad> {
  const { hold, searcher, work } = options
  const load: SearchLoad = { idle: [], busy: [], failures: 0 }
  let isOver = false
  const job = work().finally(() => {
    isOver = true
  })
  job.catch(() => {})
  const count = async (into: number[]) => {
    const { durations, failures } = await searcher.take()
    into.push(...durations)
    load.failures += failures.length
  }
  try {
    await searcher.take()
    while (!isOver) {
      await Promise.race([job, delay(turnMs)])
      await count(load.busy)
      hold.hold()
      await delay(turnMs)
      await count(load.idle)
      hold.letGo()
    }
    await job
    return load
  } finally {
    hold.letGo()
  }
}
