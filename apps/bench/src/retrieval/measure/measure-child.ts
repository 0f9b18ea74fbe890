import { toShuttenError } from '@shutten/core'
import { measureSystem } from './measure-system.js'
import type { MeasureTask } from './measurement.js'

/** What `runInChild` starts: takes one task, answers with `{ measurement }` or `{ error }`, and ends. */
process.once('message', async (task: MeasureTask) => {
  const answer = await measureSystem(task).then(
    (measurement) => ({ measurement }),
    (error: unknown) => ({ error: toShuttenError(error).toJSON() }),
  )
  process.send?.(answer, () => process.disconnect())
})
