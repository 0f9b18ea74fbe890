import { type ChildProcess, spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { CommandConfiguration } from '../env.js'
import { openDataFolder } from '../open-data-folder.js'
import type { Printer } from '../output/printer.js'
import { findPortProblem } from './find-port-problem.js'
import { keepRunning } from './keep-running.js'
import { webListening, workerReady } from './messages.js'

const main = path.join(import.meta.dirname, '..', 'main.js')
/** Time a child gets to end by itself, milliseconds. */
const grace = 10_000
/** Deaths of the web server in a row after which it is of no use to start it again. A worker is: readers are answered without it. */
const mostWebDeaths = 5

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
 * One that dies is started again: the worker goes on with its job. One that cannot begin (the data folder does not open) ends
 * everything, for the other could not either. Gives the exit status. Errors: PORT_IN_USE, CONFIGURATION_INVALID,
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

  const webServer = createRequire(path.join(root, 'apps', 'web', 'package.json')).resolve('./server.mjs')
  const web = keepRunning({
    name: 'web server',
    mostDeaths: mostWebDeaths,
    start: () => launch(webServer, [], path.dirname(webServer)),
    begunMessage: webListening,
    onBegun: listening.resolve,
    onGivenUp: ended.resolve,
    printer,
  })
  const worker = keepRunning({
    name: 'worker',
    start: () => launch(main, ['worker', ...(options.samples ? ['--samples'] : [])], root),
    begunMessage: workerReady,
    onBegun: ready.resolve,
    onGivenUp: ended.resolve,
    printer,
  })
  if (signal.aborted) ended.resolve(0)
  else signal.addEventListener('abort', () => ended.resolve(0), { once: true })

  let isOver = false
  void Promise.all([listening.promise, ready.promise]).then(() => {
    if (!isOver) printer.note(`Shutten serves on http://${host.includes(':') ? `[${host}]` : host}:${port}`)
  })
  const status = await ended.promise
  isOver = true
  web.release()
  worker.release()
  await Promise.all([end(web.child), end(worker.child)])
  return status
}
