import type { Connection } from './open-connection.js'
import type { PreparedStatement } from './prepared-statement.js'
import { type ByteQuery, prepareByteQuery } from './read-as-bytes.js'

const capacity = 200

/** Prepared statements by their SQL; the one unused for longest gives way. SQLite prepares them anew when the schema changes. */
export function createStatementCache(connection: Connection): {
  prepare(sql: string): PreparedStatement
  /** Of a SELECT. */
  prepareQuery(sql: string): ByteQuery
  clear(): void
} {
  const prepare = (sql: string) => connection.prepare(sql)
  const statements = createRecent(prepare)
  const queries = createRecent((sql) => prepareByteQuery({ sql, prepare }))
  return {
    prepare: statements.get,
    prepareQuery: queries.get,
    clear() {
      statements.clear()
      queries.clear()
    },
  }
}

function createRecent<T>(make: (sql: string) => T): { get(sql: string): T; clear(): void } {
  const known = new Map<string, T>()
  return {
    get(sql) {
      const value = known.get(sql) ?? make(sql)
      known.delete(sql)
      known.set(sql, value)
      if (known.size > capacity) known.delete(known.keys().next().value as string)
      return value
    },
    clear: () => known.clear(),
  }
}
