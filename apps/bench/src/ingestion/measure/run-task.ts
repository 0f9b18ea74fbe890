import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { type ErrorBody, ShuttenError } from '@shutten/core'
import type { LangChainMeasurement, LangChainTask } from './measure-langchain.js'

const child = fileURLToPath(new URL('./measure-child.js', import.meta.url))

/** Does a task in a fresh process. Errors: those of the task; INTERNAL when the process ends without an answer. */
export function runTask(task: LangChainTask): Promise<LangChainMeasurement> {
  // stdout belongs to the report.
  const worker = fork(child, { stdio: ['ignore', 2, 2, 'ipc'] })
  return new Promise((resolve, reject) => {
    worker.once('message', ({ measurement, error }: { measurement?: LangChainMeasurement; error?: ErrorBody }) => {
      if (measurement) resolve(measurement)
      else if (error) reject(new ShuttenError(error))
    })
    worker.once('error', reject)
    worker.once('exit', (status, signal) =>
      reject(
        new ShuttenError({
          code: 'INTERNAL',
          message: `The process that measured ${task.kind} ended (${signal ?? status}) before it was done.`,
          suggestion: 'See what it wrote above; it may have run out of memory.',
        }),
      ),
    )
    worker.send(task)
  })
}
