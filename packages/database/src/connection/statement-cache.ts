import type { Connection } from './open-connection.js'

export type PreparedStatement = ReturnType<Connection['prepare']>

const capacity = 200

/** Prepared statements by their SQL; the one unused for longest gives way. SQLite prepares them anew when the schema changes. */
export function createStatementCache(connection: Connection): {
  prepare(sql: string): PreparedStatement
  clear(): void
} {
  const statements = new Map<string, PreparedStatement>()
  return {
    prepare(sql) {
      const statement = statements.get(sql) ?? connection.prepare(sql)
      statements.delete(sql)
      statements.set(sql, statement)
      if (statements.size > capacity) statements.delete(statements.keys().next().value as string)
      return statement
    },
    clear: () => statements.clear(),
  }
}
