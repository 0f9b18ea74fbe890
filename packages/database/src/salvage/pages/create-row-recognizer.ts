import type { Connection } from '../../connection/open-connection.js'
import { migrations } from '../../generated/migrations.js'
import type { RecordValue } from './decode-record.js'

export interface RecognizedRow {
  table: string
  /** Values by column; columns that were added after the row was written are not in it. */
  row: Record<string, string | number | bigint | Buffer | null>
  /** False where a value cannot be read: it is not in the row. */
  isWhole: boolean
}

interface Column {
  name: string
  type: string
  isRequired: boolean
  isRowid: boolean
}

interface Table {
  name: string
  columns: Column[]
  /** Columns that every version of the table had. */
  least: number
}

const datePattern = /^\d{4}-\d\d-\d\dT/
/** What tells columns apart whose type is the same. */
const patterns: Record<string, RegExp> = {
  role: /^(?:reader|editor|admin)$/,
  passwordHash: /^\$/,
  tokenHash: /^[0-9a-f]{64}$/,
  checkedAt: datePattern,
  status: /^[a-z]+$/,
  action: /^[a-z]+$/,
  migration_name: /^\d{14}_/,
}

/**
 * Says of which table a row is, by its values alone: no two tables have rows of one form. So the rows of a page are known that nothing
 * leads to any more, even where the schema is lost. Columns are only ever added at the end, so that a row of an earlier version is
 * a shorter one.
 *
 * @param connection to records of today's schema
 */
export function createRowRecognizer(
  connection: Connection,
): (record: { rowid: number; values: readonly RecordValue[] }) => RecognizedRow | null {
  const names = connection
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'")
    .all() as {
    name: string
  }[]
  const tables = names.map(({ name }) => describeTable(connection, name))
  return ({ rowid, values }) => {
    const fitting = tables.filter((table) => fitsTable(table, values))
    const [table] = fitting
    if (!table || fitting.length > 1) return null
    const row: RecognizedRow['row'] = {}
    let isWhole = true
    for (const [at, value] of values.entries()) {
      const column = table.columns[at] as Column
      if (column.isRowid) row[column.name] = rowid
      else if (value === undefined) isWhole = false
      else row[column.name] = value
    }
    return { table: table.name, row, isWhole }
  }
}

function describeTable(connection: Connection, name: string): Table {
  const rows = connection.prepare(`PRAGMA table_info("${name}")`).all() as {
    name: string
    type: string
    notnull: number
    pk: number
  }[]
  const keys = rows.filter(({ pk }) => pk > 0).length
  const columns = rows.map((row) => ({
    name: row.name,
    type: row.type,
    isRequired: row.notnull === 1,
    isRowid: keys === 1 && row.pk === 1 && row.type === 'INTEGER',
  }))
  const added = migrations.reduce((sum, { sql }) => sum + sql.split(`ALTER TABLE "${name}" ADD COLUMN`).length - 1, 0)
  return { name, columns, least: columns.length - added }
}

function fitsTable({ columns, least }: Table, values: readonly RecordValue[]): boolean {
  if (values.length < least || values.length > columns.length) return false
  return values.every((value, at) => fitsColumn(columns[at] as Column, value))
}

function fitsColumn({ name, type, isRequired, isRowid }: Column, value: RecordValue): boolean {
  if (value === undefined) return true
  if (isRowid) return value === null
  if (value === null) return !isRequired
  if (type === 'BLOB') return Buffer.isBuffer(value)
  if (type.startsWith('INTEGER')) return Number.isInteger(value)
  if (type === 'BOOLEAN') return value === 0 || value === 1
  // A whole number is kept as one.
  if (type === 'REAL') return typeof value === 'number'
  // Prisma's own table holds its dates as numbers.
  if (type === 'DATETIME') return typeof value === 'string' ? isDate(value) : Number.isInteger(value)
  if (typeof value !== 'string') return false
  if (type === 'JSONB') return isJson(value)
  const pattern = patterns[name]
  return pattern ? pattern.test(value) : !(/(?:^i|I)d$/.test(name) && datePattern.test(value))
}

function isDate(text: string): boolean {
  return datePattern.test(text) && !Number.isNaN(Date.parse(text))
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
