import { toShuttenError } from '@shutten/core'
import { measureEmbedding } from './measure-embedding.js'
import { measureLangChain } from './measure-langchain.js'
import type { IngestionTask } from './run-task.js'

/** What `runTask` starts: takes one task, answers with `{ measurement }` or `{ error }`, and ends. */
process.once('message', async (task: IngestionTask) => {
  const work = task.kind === 'embedding' ? measureEmbedding(task) : measureLangChain(task)
  const answer = await work.then(
    (measurement) => ({ measurement }),
    (error: unknown) => ({ error: toShuttenError(error).toJSON() }),
  )
  process.send?.(answer, () => process.disconnect())
})
