import path from 'node:path'
import { createDatabase } from '@shutten/database'

/** The records of a data folder, beside the processes that are killed. */
export function openRecords(dataFolder: string) {
  return createDatabase({ file: path.join(dataFolder, 'shutten.db') })
}

export type Records = Awaited<ReturnType<typeof openRecords>>
