import type { Connection } from './open-connection.js'

export type Statement = ReturnType<Connection['prepare']>

const capacity = 200

/** Prepared statements by their SQL; the one unused for longest gives way. SQLite prepares them anew when the schema changes. */
export function createStatementCache(connection: Connection): (sql: string) => Statement {
  const statements = new Map<string, Statement>()
  return (sql) => {
    const known = statements.get(sql)
    const statement = known ?? connection.prepare(sql)
    if (known) statements.delete(sql)
    statements.set(sql, statement)
    if (statements.size > capacity) statements.delete(statements.keys().next().value as string)
    return statement
  }
}
