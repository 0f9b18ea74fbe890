import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { type ErrorBody, ShuttenError } from '@shutten/core'
import type { LoadMeasurement, Measurement, MeasureTask } from './measurement.js'

const child = fileURLToPath(new URL('./measure-child.js', import.meta.url))

/**
 * Measures a system in a fresh process, so that nothing of another system is in its memory.
 * Errors: those of the system; INTERNAL when the process ends without an answer.
 *
 * @param options.profileFolder where the process leaves a CPU profile (`.cpuprofile`), null for none
 */
export function runInChild(options: {
  task: MeasureTask & { loadOnly: false }
  profileFolder: string | null
}): Promise<Measurement>
export function runInChild(options: { task: MeasureTask; profileFolder: string | null }): Promise<LoadMeasurement>
export function runInChild(options: { task: MeasureTask; profileFolder: string | null }): Promise<LoadMeasurement> {
  const { task, profileFolder } = options
  const profiling = profileFolder ? ['--cpu-prof', `--cpu-prof-dir=${profileFolder}`] : []
  const worker = fork(child, {
    execArgv: ['--expose-gc', ...profiling],
    serialization: 'advanced',
    // stdout belongs to the report.
    stdio: ['ignore', 2, 2, 'ipc'],
  })
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
          message: `The process that measured ${task.system} ended (${signal ?? status}) before it was done.`,
          suggestion: 'See what it wrote above; it may have run out of memory.',
        }),
      ),
    )
    worker.send(task)
  })
}
