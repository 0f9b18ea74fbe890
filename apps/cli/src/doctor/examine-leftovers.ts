import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Application } from '../composition.js'
import { isHolderGone } from '../free-dead-lease.js'
import { type Check, check } from './check.js'

/** An upload takes seconds. */
const oldUploadMs = 3_600_000

/** What an interrupted process may leave: folders, rows, files, and jobs that nobody works on. */
export async function examineLeftovers(options: {
  application: Application
  dataFolder: string
  now?: () => number
}): Promise<Check[]> {
  const { application, dataFolder, now = Date.now } = options
  const { database } = application
  const running = await database.jobs.list({ statuses: ['running'] })
  const holder = await database.leases.findHolder('writer')
  const isWorking = running.length > 0 && holder !== null && !isHolderGone(holder.owner)
  return [
    await check('orphans', async () => {
      const generations = await application.openGenerations()
      const known = new Set((await database.ingestion.listGenerations()).map(({ id }) => id))
      for (const { generationId } of await database.candidates.list()) known.add(generationId)
      const folders = (await generations.list()).filter(({ id, manifest }) => manifest === null || !known.has(id))
      if (isWorking && folders.length > 0) return `${folders.length} folders belong to the job that is running`
      const rows = isWorking ? [] : await database.findLeftovers()
      const problems = [...folders.map(({ id }) => `the folder generations/${id}`), ...rows]
      return problems.length === 0
        ? 'nothing is left over'
        : {
            problem: `left over by a job that was interrupted: ${problems.join(', ')}`,
            fix: 'The next ingest or reindex removes it.',
          }
    }),
    await check('jobs', async () => {
      const waiting = (await database.jobs.list({ statuses: ['queued'] })).length
      if (running.length === 0 || isWorking) return `${running.length} running, ${waiting} waiting`
      return {
        problem: `${running.map(({ id }) => id).join(', ')} left by a worker that has ended`,
        fix: 'Start the server, or run `pnpm shutten worker`: it goes on where the other one was.',
      }
    }),
    await check('uploads', async () => {
      const folder = path.join(dataFolder, 'uploads')
      const names = await readdir(folder).catch(() => [])
      const left: string[] = []
      for (const name of names.filter((each) => each.startsWith('.'))) {
        const found = await stat(path.join(folder, name)).catch(() => null)
        if (found && now() - found.mtimeMs > oldUploadMs) left.push(name)
      }
      return left.length === 0
        ? 'no upload was cut off'
        : {
            problem: `${left.length} uploads were cut off: ${left.slice(0, 5).join(', ')}`,
            fix: 'Restart the server: it removes them.',
          }
    }),
  ]
}
