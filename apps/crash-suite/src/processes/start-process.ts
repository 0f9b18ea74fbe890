import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { pathToFileURL } from 'node:url'
import { getChildEnvironment, root } from '../env.js'
import type { Command, Instructions, Message, Phase, Strike } from '../points/strike.js'

const main = path.join(root, 'apps', 'cli', 'dist', 'main.js')
/** Sources under test run beside what was built of them. */
const built = path.join(root, 'apps', 'crash-suite', 'dist', 'points', 'preload.js')
const preload = existsSync(built) ? built : path.join(import.meta.dirname, '..', 'points', 'preload.js')
/** What each process says once it can be used. */
const readiness = { worker: 'shutten:worker-ready', web: 'shutten:web-listening' }

/** How a process under test ended. */
export interface End {
  /** Where it struck; null when it did not, and ended otherwise. */
  struck: { phase: Phase; operation: string } | null
  signal: NodeJS.Signals | null
  status: number | null
  /** The last of what it wrote to stderr. */
  stderr: string
}

export interface Watched {
  readonly pid: number
  /** Resolves when it can be used, or has ended before. */
  readonly ready: Promise<void>
  readonly ended: Promise<End>
  readonly hasEnded: boolean
  arm(strike: Strike): void
  takeTally(): Promise<Partial<Record<Phase, number>>>
  /** Ends it in order. */
  stop(): Promise<End>
}

/** The built worker or web server, as its supervisor starts it, with the watcher of its operations loaded before it. */
export function startProcess(
  options: Instructions & {
    environment?: Record<string, string>
  },
): Watched {
  const { environment = {}, ...instructions } = options
  const { role, dataFolder } = instructions
  const watcher = pathToFileURL(preload)
  watcher.searchParams.set('instructions', JSON.stringify(instructions))
  const web = createRequire(path.join(root, 'apps', 'web', 'package.json')).resolve('./server.mjs')
  const child = spawn(process.execPath, ['--import', watcher.href, ...(role === 'worker' ? [main, 'worker'] : [web])], {
    cwd: role === 'worker' ? root : path.dirname(web),
    env: getChildEnvironment({ NODE_ENV: 'production', SHUTTEN_DATA_DIR: dataFolder, ...environment }),
    stdio: ['ignore', 'pipe', 'pipe', 'ipc', 'pipe'],
  })
  let stderr = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (piece: string) => {
      stderr = (stderr + piece).slice(-4_000)
    })
  let struck: End['struck'] = null
  let giveTally: (tally: Partial<Record<Phase, number>>) => void = () => {}
  const lines = createInterface({ input: child.stdio[4] as Readable })
  const told = new Promise<void>((resolve) => lines.once('close', resolve))
  lines.on('line', (line) => {
    const message = JSON.parse(line) as Message
    if ('struck' in message) struck = message.struck
    else giveTally(message.tally)
  })
  let hasEnded = false
  const ended = new Promise<End>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', async (status, signal) => {
      hasEnded = true
      await told
      resolve({ struck, signal, status, stderr })
    })
  })
  const ready = new Promise<void>((resolve) => {
    child.on('message', (message) => {
      if (message === readiness[role]) resolve()
    })
    void ended.then(() => resolve())
  })
  const send = (command: Command) => {
    // It may have ended this very moment.
    if (child.connected) child.send(command, () => {})
  }
  return {
    pid: child.pid as number,
    ready,
    ended,
    get hasEnded() {
      return hasEnded
    },
    arm: (strike) => send({ arm: strike }),
    takeTally: () =>
      new Promise((resolve) => {
        giveTally = resolve
        void ended.then(() => resolve({}))
        send({ tally: true })
      }),
    stop() {
      child.kill('SIGTERM')
      const force = setTimeout(() => child.kill('SIGKILL'), 15_000)
      return ended.finally(() => clearTimeout(force))
    },
  }
}
