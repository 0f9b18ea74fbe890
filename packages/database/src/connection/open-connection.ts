import { mkdir, open } from 'node:fs/promises'
import path from 'node:path'
import Sqlite from 'libsql'
import { assertWhole } from './assert-whole.js'
import { prepareByteQuery, readByteRows } from './read-as-bytes.js'
import { retryWhileBusy } from './retry-while-busy.js'

export type Connection = InstanceType<typeof Sqlite>

/**
 * Opens the file as SQLite, creating it and its folder when missing (readable by its owner only).
 * WAL lets readers and one writer work at once; FULL makes a commit outlive a power cut;
 * secure_delete overwrites what is deleted instead of leaving it in free pages.
 */
export async function openConnection(options: { file: string; busyTimeoutMs: number }): Promise<Connection> {
  const file = path.resolve(options.file)
  await mkdir(path.dirname(file), { recursive: true })
  const handle = await open(file, 'a', 0o600)
  await handle.close()
  await assertWhole(file)
  const connection = new Sqlite(file)
  try {
    for (const pragma of [
      'journal_mode = WAL',
      'synchronous = FULL',
      'foreign_keys = ON',
      'secure_delete = ON',
      'temp_store = MEMORY',
      'cache_size = -16384',
    ])
      await retryWhileBusy({
        timeoutMs: options.busyTimeoutMs,
        step: () => connection.prepare(`PRAGMA ${pragma}`).all(),
      })
    await retryWhileBusy({
      timeoutMs: options.busyTimeoutMs,
      step: () => assertReadableSchema(connection),
    })
    return connection
  } catch (error) {
    connection.close()
    throw error
  }
}

/** Names and definitions are read by many statements, which libsql answers by ending the process where one is not UTF-8. */
function assertReadableSchema(connection: Connection): void {
  const prepare = (sql: string) => connection.prepare(sql)
  readByteRows(prepareByteQuery({ sql: 'SELECT "name", "sql" FROM "sqlite_schema"', prepare }), [])
}
