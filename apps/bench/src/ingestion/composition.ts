import path from 'node:path'
import { createDatabase } from '@shutten/database'

/** The jobs of a data folder. */
export async function openJobs(dataFolder: string) {
  const database = await createDatabase({ file: path.join(dataFolder, 'shutten.db') })
  return { jobs: database.jobs, close: () => database.close() }
}
