import { constants, setPriority } from 'node:os'
import { setTimeout as delay } from 'node:timers/promises'
import type { Job } from '@shutten/core'
import { articlesFolder } from '@shutten/sample-articles'
import type { Application } from '../composition.js'
import type { Printer } from '../output/printer.js'
import { workerReady } from '../serve/messages.js'
import type { RegisterCommand } from './command.js'

type Context = { application: Application; printer: Printer }

async function askForSamples({ application, printer }: Context): Promise<Job | null> {
  const { ingestion, jobs } = application.database
  if ((await ingestion.findServing()) || (await jobs.list({ limit: 1 })).length > 0) return null
  printer.note('Indexing the sample articles …')
  return jobs.create({ kind: 'ingest', locations: [articlesFolder] })
}

async function askForReindex({ application, printer }: Context): Promise<void> {
  const { jobs } = application.database
  const open = await jobs.list({ statuses: ['queued', 'running'] })
  if (open.some(({ request }) => request.kind === 'reindex')) return
  printer.note('The index was made by another version or embedder, or is damaged; it is rebuilt.')
  const { embedder } = await application.openModels()
  await jobs.create({ kind: 'reindex', embedder: embedder.id })
}

async function waitForJob(options: { application: Application; job: Job; signal: AbortSignal }): Promise<void> {
  const { application, job, signal } = options
  const isOpen = async () =>
    ['queued', 'running'].includes((await application.database.jobs.find(job.id))?.status ?? '')
  while (!signal.aborted && (await isOpen())) await delay(100, undefined, { signal }).catch(() => {})
}

/** Whoever asks goes before whatever is indexed; threads that are started later have the same priority. */
function giveWay(): void {
  try {
    setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
  } catch {
    // A system that does not allow it runs the worker as any other process.
  }
}

export const registerWorker: RegisterCommand = (program, run) => {
  program
    .command('worker')
    .description('work jobs off until stopped')
    .option('--samples', 'index the sample articles when the data folder is empty')
    .action((options: { samples?: boolean }) =>
      run(async ({ openApplication, printer, signal }) => {
        giveWay()
        const application = await openApplication()
        const runner = await application.createJobRunner()
        const samples = options.samples ? await askForSamples({ application, printer }) : null
        if (await application.isOutdated()) await askForReindex({ application, printer })
        const over = new AbortController()
        const announce = async () => {
          if (samples) await waitForJob({ application, job: samples, signal: AbortSignal.any([signal, over.signal]) })
          if (process.connected) process.send?.(workerReady)
          else printer.note('The worker waits for jobs.')
        }
        await Promise.all([runner.runForever({ signal }).finally(() => over.abort()), announce()])
        return 0
      }, {}),
    )
}
