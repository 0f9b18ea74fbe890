import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { askProcess } from '../../shared/ask-process.js'
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
  return askProcess({ process: worker, task, subject: task.system })
}
