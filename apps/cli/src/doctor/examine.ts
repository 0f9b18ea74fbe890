import { statfs } from 'node:fs/promises'
import type { Application } from '../composition.js'
import type { CommandConfiguration } from '../env.js'
import { openDataFolder } from '../open-data-folder.js'
import { type Check, check } from './check.js'
import { examineLeftovers } from './examine-leftovers.js'
import { verifyModels } from './verify-models.js'

const leastFreeBytes = 200 * 2 ** 20

async function examineIndex(application: Application): Promise<Check[]> {
  const { database } = application
  const generations = await application.openGenerations()
  const records = await check('records', async () => {
    const problems = await database.check()
    return problems.length === 0
      ? 'the database is whole'
      : {
          problem: problems.join('; '),
          fix: 'Restore shutten.db from a backup, or stop the server and run `pnpm shutten repair`: it keeps what can still be read.',
        }
  })
  // Rows that are damaged may end the process that reads them.
  if (!records.ok) return [records]
  const serving = await database.ingestion.findServing()
  return [
    records,
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
    await check('passages', async () => {
      if (!serving) return 'nothing has been indexed yet'
      const versions = new Set((await database.ingestion.listServingVersions()).map(({ versionId }) => versionId))
      const generation = await generations.open(serving.id)
      try {
        const seen = new Set<string>()
        let foreign = 0
        let repeated = 0
        for (const page of generation.listIds())
          for (const { passageId, versionId } of page) {
            if (!versions.has(versionId)) foreign += 1
            if (seen.has(passageId)) repeated += 1
            seen.add(passageId)
          }
        return foreign + repeated === 0
          ? 'every passage of the index is of a document that serves, and is there once'
          : {
              problem: `the index holds ${foreign} passages of no document and ${repeated} twice`,
              fix: 'Run `pnpm shutten reindex`.',
            }
      } finally {
        generation.close()
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
  const application = await options.openApplication()
  const index = await examineIndex(application)
  // Rows that are damaged may end the process that reads them.
  if (!index[0]?.ok) return [...checks, opened, ...index]
  return [...checks, opened, ...index, ...(await examineLeftovers({ application, dataFolder }))]
}
