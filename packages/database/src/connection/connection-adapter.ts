import { PrismaLibSql } from '@prisma/adapter-libsql'
import type { Connection } from './open-connection.js'
import { readByteRows } from './read-as-bytes.js'
import { isDurabilityRelaxed } from './relaxed-durability.js'
import { retryWhileBusy } from './retry-while-busy.js'
import { createStatementCache } from './statement-cache.js'

type Client = ReturnType<PrismaLibSql['createClient']>
type ResultSet = Awaited<ReturnType<Client['execute']>>
type Transaction = Awaited<ReturnType<Client['transaction']>>

/**
 * Prisma's libSQL adapter over the one connection that is given. The stock client opens a new connection after
 * every transaction, which loses the pragmas, and begins transactions deferred, which turns two writers that meet into
 * an error that no timeout waits for. Here every transaction begins IMMEDIATE, and whatever meets a lock is tried again.
 * The adapter's own mutex keeps other statements out of a running transaction.
 */
export class ConnectionAdapter extends PrismaLibSql {
  readonly #connection: Connection
  readonly #busyTimeoutMs: number

  constructor(options: { connection: Connection; busyTimeoutMs: number }) {
    super({ url: 'file:' })
    this.#connection = options.connection
    this.#busyTimeoutMs = options.busyTimeoutMs
  }

  override createClient(): Client {
    const connection = this.#connection
    const timeoutMs = this.#busyTimeoutMs
    const statements = createStatementCache(connection)
    const exec = (sql: string) => retryWhileBusy({ timeoutMs, step: () => void connection.exec(sql) })
    const run = (statement: Statement) =>
      retryWhileBusy({ timeoutMs, step: () => executeStatement(statements, statement) })
    let relaxed = false
    const setRelaxed = (value: boolean) => {
      if (value !== relaxed) connection.exec(`PRAGMA synchronous = ${value ? 'NORMAL' : 'FULL'}`)
      relaxed = value
    }
    const begin = async (options: { relaxed: boolean }) => {
      setRelaxed(options.relaxed)
      await exec('BEGIN IMMEDIATE')
    }
    const rollback = async () => {
      if (connection.inTransaction) connection.exec('ROLLBACK')
      setRelaxed(false)
    }
    const commit = async () => {
      try {
        await exec('COMMIT')
      } finally {
        await rollback()
      }
    }
    const transaction = {
      execute: async (statement: Statement) => {
        // After some errors SQLite has rolled back by itself; what follows must not be written on its own.
        if (!connection.inTransaction) throw new Error('The transaction was rolled back.')
        return run(statement)
      },
      executeMultiple: exec,
      commit,
      rollback,
      close: () => void rollback(),
      get closed() {
        return !connection.inTransaction
      },
    }
    const client = {
      async execute(statement: Statement) {
        if (!writePattern.test(statement.sql)) return run(statement)
        // A statement that meets a lock while it begins to write stays open, and no later transaction could commit.
        try {
          await begin({ relaxed: isDurabilityRelaxed() })
          const result = await run(statement)
          await commit()
          return result
        } catch (error) {
          await rollback()
          throw error
        }
      },
      executeMultiple: exec,
      async transaction() {
        try {
          await begin({ relaxed: isDurabilityRelaxed() })
        } catch (error) {
          await rollback()
          throw error
        }
        return transaction as unknown as Transaction
      },
      close() {
        statements.clear()
        connection.close()
      },
      closed: false,
      protocol: 'file',
    }
    return client as unknown as Client
  }
}

const writePattern = /^\s*(INSERT|UPDATE|DELETE|REPLACE)\b/i
const rowsPattern = /^\s*(SELECT|WITH)\b|\sRETURNING\s/i

interface Statement {
  sql: string
  args: unknown[]
}

function executeStatement(statements: ReturnType<typeof createStatementCache>, { sql, args }: Statement): ResultSet {
  const bound = args.map((value) => (typeof value === 'boolean' ? Number(value) : value))
  if (rowsPattern.test(sql)) {
    const query = statements.prepareQuery(sql)
    return toResultSet(query.columns, readByteRows(query, bound))
  }
  const statement = statements.prepare(sql)
  if (!statement.reader) {
    const { changes, lastInsertRowid } = statement.run(bound)
    return { ...toResultSet([], []), rowsAffected: changes, lastInsertRowid: BigInt(lastInsertRowid) }
  }
  const rows = statement.raw(true).all(bound) as unknown[][]
  for (const row of rows)
    for (let index = 0; index < row.length; index += 1) {
      const value = row[index]
      if (Buffer.isBuffer(value)) row[index] = new Uint8Array(value).buffer
    }
  return toResultSet(statement.columns(), rows)
}

function toResultSet(columns: readonly { name: string; type: string | null }[], rows: unknown[][]): ResultSet {
  return {
    columns: columns.map(({ name }) => name),
    columnTypes: columns.map(({ type }) => type ?? ''),
    rows,
    rowsAffected: 0,
    lastInsertRowid: undefined,
  } as unknown as ResultSet
}
