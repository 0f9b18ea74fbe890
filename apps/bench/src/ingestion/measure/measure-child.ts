import { toShuttenError } from '@shutten/core'
import { type LangChainTask, measureLangChain } from './measure-langchain.js'

/** What `runTask` starts: takes one task, answers with `{ measurement }` or `{ error }`, and ends. */
process.once('message', async (task: LangChainTask) => {
  const answer = await measureLangChain(task).then(
    (measurement) => ({ measurement }),
    (error: unknown) => ({ error: toShuttenError(error).toJSON() }),
  )
  process.send?.(answer, () => process.disconnect())
})
