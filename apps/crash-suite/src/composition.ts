import path from 'node:path'
import { createDatabase, type Database } from '@shutten/database'

/** The records of a data folder, beside the processes that are killed. */
export function openRecords(dataFolder: string): Promise<Database> {
  return createDatabase({ file: path.join(dataFolder, 'shutten.db') })
}
