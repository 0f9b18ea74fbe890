import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { ShuttenError } from '@shutten/core'
import { getWorkerEnvironment } from '../../env.js'
import { createHold, type Hold } from './create-hold.js'

const main = fileURLToPath(new URL('../../../../cli/dist/main.js', import.meta.url))

export interface RunningWorker {
  readonly pid: number
  readonly hold: Hold
  stop(): Promise<void>
}

/** The worker as it ships, in a process of its own. Errors: INTERNAL when it ends before it is ready. */
export async function startWorker(options: { dataFolder: string }): Promise<RunningWorker> {
  const child = spawn(process.execPath, [main, 'worker'], {
    env: getWorkerEnvironment(options),
    stdio: ['ignore', 2, 2, 'ipc'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const isReady = await Promise.race([
    new Promise<boolean>((resolve) => child.once('message', () => resolve(true))),
    ended.then(() => false),
  ])
  if (!isReady)
    throw new ShuttenError({
      code: 'INTERNAL',
      message: 'The worker ended before it was ready.',
      suggestion: 'See what it wrote above; `pnpm shutten doctor` checks the machine.',
    })
  const hold = createHold({ kill: (signal) => child.kill(signal) })
  return {
    pid: child.pid as number,
    hold,
    async stop() {
      hold.letGo()
      child.kill('SIGTERM')
      await ended
    },
  }
}
