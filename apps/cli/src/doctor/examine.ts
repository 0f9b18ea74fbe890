import { statfs } from 'node:fs/promises'
import { toShuttenError } from '@shutten/core'
import type { Application } from '../composition.js'
import type { CommandConfiguration } from '../env.js'
import { openDataFolder } from '../open-data-folder.js'
import { verifyModels } from './verify-models.js'

export interface Check {
  name: string
  ok: boolean
  detail: string
  fix?: string
}

const leastFreeBytes = 200 * 2 ** 20

async function check(name: string, work: () => Promise<string | { problem: string; fix: string }>): Promise<Check> {
  try {
    const outcome = await work()
    return typeof outcome === 'string'
      ? { name, ok: true, detail: outcome }
      : { name, ok: false, detail: outcome.problem, fix: outcome.fix }
  } catch (thrown) {
    const error = toShuttenError(thrown)
    return { name, ok: false, detail: `${error.code}: ${error.message}`, fix: error.suggestion }
  }
}

async function examineIndex(application: Application): Promise<Check[]> {
  const { database } = application
  const generations = await application.openGenerations()
  const serving = await database.ingestion.findServing()
  return [
    await check('records', async () => {
      const problems = await database.check()
      return problems.length === 0
        ? 'the database is whole'
        : {
            problem: problems.join('; '),
            fix: 'Stop the server, restore shutten.db from a copy, or ingest the sources into a new data folder.',
          }
    }),
    await check('generation', async () => {
      if (!serving) return 'nothing has been indexed yet'
      const problems = await generations.verify(serving.id)
      return problems.length === 0
        ? `${serving.id}: every file agrees with its checksum`
        : {
            problem: problems.join('; '),
            fix: 'Run `pnpm shutten reindex`: it rebuilds the index from the stored text.',
          }
    }),
    await check('counts', async () => {
      if (!serving) return 'nothing has been indexed yet'
      const { counts } = (await generations.list()).find(({ id }) => id === serving.id)?.manifest ?? { counts: null }
      const { total } = await database.documents.list({ limit: 1 })
      const agree =
        counts !== null &&
        counts.documents === total &&
        counts.documents === serving.documents &&
        counts.passages === serving.passages &&
        counts.vectors === counts.passages - counts.linked &&
        counts.lexical === counts.vectors
      return agree
        ? `${serving.documents} documents, ${serving.passages} passages in records, vectors and lexical index alike${
            counts.linked > 0 ? `; ${counts.linked} of them say what another says, and are found by it` : ''
          }`
        : {
            problem: `records: ${total} documents, ${serving.passages} passages; manifest: ${JSON.stringify(counts)}`,
            fix: 'Run `pnpm shutten reindex`.',
          }
    }),
    await check('orphans', async () => {
      const known = new Set((await database.ingestion.listGenerations()).map(({ id }) => id))
      const orphans = (await generations.list()).filter(({ id, manifest }) => manifest === null || !known.has(id))
      const working = await database.leases.findHolder('writer')
      if (orphans.length === 0) return 'no folder is left over'
      if (working) return `${orphans.length} folders belong to the job that is running`
      return {
        problem: `${orphans.map(({ id }) => id).join(', ')} left over by a job that was interrupted`,
        fix: 'The next ingest or reindex removes them.',
      }
    }),
  ]
}

/** Looks at the machine, the models and the data folder; never changes anything that exists. */
export async function examine(options: {
  configuration: CommandConfiguration
  openApplication: () => Promise<Application>
}): Promise<Check[]> {
  const { dataFolder } = options.configuration
  const folder = await check('data folder', async () => {
    await openDataFolder(dataFolder)
    return `${dataFolder} can be written`
  })
  const checks = [
    await check('node', async () => `Node ${process.versions.node}`),
    folder,
    await check('disk', async () => {
      const { bavail, bsize } = await statfs(dataFolder)
      const free = bavail * bsize
      return free >= leastFreeBytes
        ? `${(free / 2 ** 30).toFixed(1)} GiB free`
        : {
            problem: `only ${(free / 2 ** 20).toFixed(0)} MiB free`,
            fix: 'Free some space: a new generation needs room beside the serving one.',
          }
    }),
    await check('models', verifyModels),
  ]
  if (!folder.ok) return checks
  const opened = await check('open', async () => {
    await options.openApplication()
    return 'the data folder opens'
  })
  if (!opened.ok) return [...checks, opened]
  return [...checks, opened, ...(await examineIndex(await options.openApplication()))]
}
