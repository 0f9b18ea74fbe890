import { type ChildProcess, spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { articlesFolder } from '@shutten/sample-articles'
import type { Application } from '../composition.js'
import type { CommandConfiguration } from '../env.js'
import type { Printer } from '../output/printer.js'

const main = path.join(import.meta.dirname, '..', 'main.js')
/** Time a child gets to end by itself, milliseconds. */
const grace = 10_000
/** Wait before a worker that died is started again, milliseconds; doubled each time up to the last. */
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

async function waitUntilHealthy(options: { url: string; isOver: () => boolean }): Promise<boolean> {
  while (!options.isOver()) {
    const response = await fetch(`${options.url}/api/health`, { signal: AbortSignal.timeout(2_000) }).catch(() => null)
    if (response?.ok) return true
    await delay(100)
  }
  return false
}

/**
 * Runs the web server and the worker as two processes until one of them ends for good or the signal fires.
 * A worker that dies is started again: its job is resumed. Gives the exit status.
 */
export async function supervise(options: {
  configuration: CommandConfiguration
  application: Application
  printer: Printer
  signal: AbortSignal
  samples: boolean
}): Promise<number> {
  const { configuration, application, printer, signal } = options
  const { host, port, dataFolder, root } = configuration
  const { database } = application
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${port}`

  const isEmpty = !(await database.ingestion.findServing()) && (await database.jobs.list({ limit: 1 })).length === 0
  if (isEmpty && options.samples) await database.jobs.create({ kind: 'ingest', locations: [articlesFolder] })
  else if (await application.isOutdated()) {
    printer.note('The index was made by another version or embedder; it is rebuilt while the old one serves.')
    const { embedder } = await application.openModels()
    await database.jobs.create({ kind: 'reindex', embedder: embedder.id })
  }

  let over = false
  let deaths = 0
  let worker: ChildProcess | null = null
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
  const startWorker = () => {
    worker = launch(main, ['worker'], root)
    worker.once('exit', async (status, killedBy) => {
      if (over) return
      const wait = restartDelays[Math.min(deaths++, restartDelays.length - 1)] ?? 0
      printer.note(`The worker ended (${killedBy ?? status}); it is started again.`)
      await delay(wait)
      if (!over) startWorker()
    })
  }

  const webPackage = createRequire(path.join(root, 'apps', 'web', 'package.json')).resolve('./server.mjs')
  const web = launch(webPackage, [], path.dirname(webPackage))
  startWorker()
  const webEnded = new Promise<number>((resolve) => web.once('exit', (status) => resolve(status ?? 1)))
  const stopped = new Promise<number>((resolve) => {
    if (signal.aborted) resolve(0)
    else signal.addEventListener('abort', () => resolve(0), { once: true })
  })
  const ended = Promise.race([webEnded, stopped]).finally(() => {
    over = true
  })

  void waitUntilHealthy({ url, isOver: () => over }).then(async (healthy) => {
    if (!healthy) return
    if (!(await database.ingestion.findServing())) {
      printer.note(isEmpty && options.samples ? 'Indexing the sample articles …' : 'Nothing is indexed yet.')
      while (!over && (await database.jobs.list({ limit: 1, statuses: ['queued', 'running'] })).length > 0)
        await delay(200)
    }
    if (!over) printer.note(`Shutten serves on ${url}`)
  })

  const status = await ended
  await Promise.all([end(web), end(worker)])
  return status
}
