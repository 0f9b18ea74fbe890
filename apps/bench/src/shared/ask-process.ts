import type { ChildProcess, Serializable } from 'node:child_process'
import { type ErrorBody, ShuttenError } from '@shutten/core'

/**
 * Sends a task to a process and gives the measurement that it sends back.
 * Errors: what it sends in place of one; INTERNAL when it ends without either.
 *
 * @param options.subject what it measures, for people
 */
export function askProcess<Measurement>(options: {
  process: ChildProcess
  task: Serializable
  subject: string
}): Promise<Measurement> {
  const { process: worker, task, subject } = options
  return new Promise((resolve, reject) => {
    worker.once('message', ({ measurement, error }: { measurement?: Measurement; error?: ErrorBody }) => {
      if (measurement) resolve(measurement)
      else if (error) reject(new ShuttenError(error))
    })
    worker.once('error', reject)
    worker.once('exit', (status, signal) =>
      reject(
        new ShuttenError({
          code: 'INTERNAL',
          message: `The process that measured ${subject} ended (${signal ?? status}) before it was done.`,
          suggestion: 'See what it wrote above; it may have run out of memory.',
        }),
      ),
    )
    worker.send(task)
  })
}
