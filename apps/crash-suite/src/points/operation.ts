/** Something a process does that a crash may come before, after, or into the middle of. */
export type Operation =
  | { kind: 'file'; name: string; path: string }
  | { kind: 'sql'; sql: string }
  /** A task for the thread of the models. */
  | { kind: 'model' }
  /** The vector index is written by native code. */
  | { kind: 'save-vectors'; path: string }
  /** Something is sent to a client. */
  | { kind: 'respond'; name: string; method: string; url: string }

/** For a report: short, on one line. */
export function describeOperation(operation: Operation): string {
  switch (operation.kind) {
    case 'file':
      return `${operation.name} ${operation.path.split('/').slice(-2).join('/')}`
    case 'sql':
      return operation.sql.slice(0, 60)
    case 'model':
      return 'task for the models'
    case 'save-vectors':
      return 'native save of the vectors'
    case 'respond':
      return `${operation.name} of ${operation.method} ${operation.url}`
  }
}

/** On one line, without quotes around names, as rules compare it. */
export function normalizeSql(sql: string): string {
  return sql
    .replace(/[`"]/g, '')
    .replace(/\bmain\./g, '')
    .replace(/\s+/g, ' ')
    .trim()
}
