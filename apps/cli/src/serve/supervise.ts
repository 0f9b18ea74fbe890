import { type ChildProcess, spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { CommandConfiguration } from '../env.js'
import { openDataFolder } from '../open-data-folder.js'
import type { Printer } from '../output/printer.js'
import { findPortProblem } from './find-port-problem.js'
import { webListening, workerReady } from './messages.js'

const main = path.join(import.meta.dirname, '..', 'main.js')
/** Time a child gets to end by itself, milliseconds. */
const grace = 10_000
/** Wait before a worker that died is started again, milliseconds: after the first death, the second …; then the last. */
const restartDelays = [200, 1_000, 5_000, 30_000]

function end(child: ChildProcess | null): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    const force = setTimeout(() => child.kill('SIGKILL'), grace)
    child.once('exit', () => {
      clearTimeout(force)
      resolve()
    })
    child.kill('SIGTERM')
  })
}

/** A promise that is settled from outside. */
function createSignal<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => {}
  const promise = new Promise<T>((settle) => {
    resolve = settle
  })
  return { promise, resolve }
}

/**
 * Runs the web server and the worker as two processes until one of them ends for good or the signal fires.
 * A worker that dies is started again: its job is resumed. One that cannot begin (the data folder does not open) ends
 * everything, for the web server could not either. Gives the exit status. Errors: PORT_IN_USE, CONFIGURATION_INVALID,
 * DATA_FOLDER_UNWRITABLE.
 */
export async function supervise(options: {
  configuration: CommandConfiguration
  printer: Printer
  signal: AbortSignal
  samples: boolean
}): Promise<number> {
  const { configuration, printer, signal } = options
  const { host, port, dataFolder, root } = configuration
  const portProblem = await findPortProblem({ host, port })
  if (portProblem) throw portProblem
  await openDataFolder(dataFolder)

  let over = false
  let deaths = 0
  let worker: ChildProcess | null = null
  const ended = createSignal<number>()
  const listening = createSignal<void>()
  const ready = createSignal<void>()
  const environment = {
    ...process.env,
    NODE_ENV: 'production',
    SHUTTEN_DATA_DIR: dataFolder,
    HOST: host,
    PORT: String(port),
  }
  // The channel tells a child that its supervisor is gone, however that happened.
  const launch = (file: string, args: string[], cwd: string) =>
    spawn(process.execPath, [file, ...args], { cwd, env: environment, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })

  let hasBegun = false
  const startWorker = () => {
    const child = launch(main, ['worker', ...(options.samples ? ['--samples'] : [])], root)
    worker = child
    child.on('message', (message) => {
      if (message !== workerReady) return
      hasBegun = true
      ready.resolve()
    })
    child.once('exit', async (status, killedBy) => {
      if (over) return
      if (!hasBegun && status) return ended.resolve(status)
      printer.note(`The worker ended (${killedBy ?? status}); it is started again.`)
      await delay(restartDelays[Math.min(deaths++, restartDelays.length - 1)])
      if (!over) startWorker()
    })
  }

  const webServer = createRequire(path.join(root, 'apps', 'web', 'package.json')).resolve('./server.mjs')
  const web = launch(webServer, [], path.dirname(webServer))
  web.on('message', (message) => {
    if (message === webListening) listening.resolve()
  })
  web.once('exit', (status) => ended.resolve(status ?? 1))
  startWorker()
  if (signal.aborted) ended.resolve(0)
  else signal.addEventListener('abort', () => ended.resolve(0), { once: true })

  void Promise.all([listening.promise, ready.promise]).then(() => {
    if (!over) printer.note(`Shutten serves on http://${host.includes(':') ? `[${host}]` : host}:${port}`)
  })
  const status = await ended.promise
  over = true
  await Promise.all([end(web), end(worker)])
  return status
}
