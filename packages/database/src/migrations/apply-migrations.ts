import { randomUUID } from 'node:crypto'
import { ShuttenError } from '@shutten/core'
import type { Connection } from '../connection/open-connection.js'
import { prepareByteQuery, readByteRows } from '../connection/read-as-bytes.js'
import { retryWhileBusy } from '../connection/retry-while-busy.js'

export interface Migration {
  name: string
  /** sha256 (hex) of the SQL file. */
  checksum: string
  sql: string
}

// Prisma's own bookkeeping table, so that `prisma migrate status` reads the history that is written here.
const bookkeeping = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "checksum" TEXT NOT NULL,
  "finished_at" DATETIME,
  "migration_name" TEXT NOT NULL,
  "logs" TEXT,
  "rolled_back_at" DATETIME,
  "started_at" DATETIME NOT NULL DEFAULT current_timestamp,
  "applied_steps_count" INTEGER UNSIGNED NOT NULL DEFAULT 0
)`

/**
 * Brings the database to the newest of `migrations`, each in a transaction of its own; a failing one leaves
 * everything as it was before it. Processes that start at once wait for each other. Returns the names applied.
 * Errors: DATABASE_VERSION_UNKNOWN for a history that these migrations do not continue.
 */
export async function applyMigrations(options: {
  connection: Connection
  migrations: readonly Migration[]
  busyTimeoutMs: number
}): Promise<string[]> {
  const { connection, migrations, busyTimeoutMs } = options
  if (findPending(connection, migrations).length === 0) return []
  const applied: string[] = []
  // Inside a transaction the pragma does nothing, and a table that is rebuilt would delete its children.
  connection.exec('PRAGMA foreign_keys = OFF')
  try {
    for (;;) {
      await retryWhileBusy({ timeoutMs: busyTimeoutMs, step: () => void connection.exec('BEGIN IMMEDIATE') })
      try {
        connection.exec(bookkeeping)
        const [next] = findPending(connection, migrations)
        if (next) {
          applyOne(connection, next)
          applied.push(next.name)
        }
        await retryWhileBusy({ timeoutMs: busyTimeoutMs, step: () => void connection.exec('COMMIT') })
        if (!next) return applied
      } catch (error) {
        if (connection.inTransaction) connection.exec('ROLLBACK')
        throw error
      }
    }
  } finally {
    connection.exec('PRAGMA foreign_keys = ON')
  }
}

function applyOne(connection: Connection, migration: Migration): void {
  const startedAt = Date.now()
  connection.exec(migration.sql)
  const violations = connection.prepare('PRAGMA foreign_key_check').all()
  if (violations.length > 0)
    throw new ShuttenError({
      code: 'DATABASE_FAILED',
      message: `The migration ${migration.name} would leave ${violations.length} rows without what they refer to.`,
      suggestion: 'Nothing was changed. Run `pnpm shutten doctor`, and report this with the log.',
    })
  connection
    .prepare(
      'INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name", "started_at", "finished_at", "applied_steps_count") VALUES (?, ?, ?, ?, ?, 1)',
    )
    .run([randomUUID(), migration.checksum, migration.name, startedAt, Date.now()])
}

const historyQuery =
  'SELECT "migration_name", "checksum" FROM "_prisma_migrations" WHERE "rolled_back_at" IS NULL AND "finished_at" IS NOT NULL'

function findPending(connection: Connection, migrations: readonly Migration[]): Migration[] {
  const hasHistory = connection
    .prepare(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = '_prisma_migrations'`)
    .all()
  const rows =
    hasHistory.length === 0
      ? []
      : readByteRows(prepareByteQuery({ sql: historyQuery, prepare: (sql) => connection.prepare(sql) }), [])
  const history = new Map(rows.map(([name, checksum]) => [name, checksum]))
  for (const [name, checksum] of history)
    if (migrations.find((migration) => migration.name === name)?.checksum !== checksum)
      throw new ShuttenError({
        code: 'DATABASE_VERSION_UNKNOWN',
        message: `The database was made by another version of Shutten: this one does not know its migration ${name}.`,
        suggestion: 'Start the version that made it, or a newer one; or name another data folder in SHUTTEN_DATA_DIR.',
      })
  return migrations.filter((migration) => !history.has(migration.name))
}
