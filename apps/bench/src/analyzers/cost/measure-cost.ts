import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { ShuttenError } from '@shutten/core'
import type { Cost, CostTask } from './cost.js'

const child = fileURLToPath(new URL('./cost-child.js', import.meta.url))

/** Measures in a fresh process. Errors: INTERNAL when it ends without an answer. */
export function measureCost(task: CostTask): Promise<Cost> {
  // stdout belongs to the report.
  const worker = fork(child, { stdio: ['ignore', 2, 2, 'ipc'] })
  return new Promise((resolve, reject) => {
    worker.once('message', (cost: Cost) => resolve(cost))
    worker.once('error', reject)
    worker.once('exit', (status, signal) =>
      reject(
        new ShuttenError({
          code: 'INTERNAL',
          message: `The process that measured the analyser ${task.name} ended (${signal ?? status}) before it was done.`,
          suggestion: 'See what it wrote above.',
        }),
      ),
    )
    worker.send(task)
  })
}
