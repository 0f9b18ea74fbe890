import type { Connection } from '../connection/open-connection.js'

/** Rows handed on at once. */
const rowsPerRead = 200
/** No row that Shutten wrote has a higher number. */
const lastRowid = 2 ** 40
/** Rows in a row that cannot be read, after which there is nothing more to come: the end of the table is lost. */
const mostUnreadable = 3_000

type Row = Record<string, unknown>

/**
 * The rows of a table of a damaged file, by rowid: all but those whose pages cannot be read, or whose texts are none. A range that fails is halved until it
 * reads or is a single row. Gives the number of ranges that were passed over.
 */
export function* readReadableRows(options: { connection: Connection; table: string }): Generator<Row[], number> {
  const { connection, table } = options
  const columns = (connection.prepare(`PRAGMA table_info("${table}")`).all() as { name: string }[]).map(
    ({ name }) => name,
  )
  // Text comes as bytes: libsql ends the process over text that is not UTF-8, as a damaged file may hold it.
  const selected = columns
    .map(
      (name) =>
        `iif(typeof("${name}") = 'text', CAST("${name}" AS BLOB), "${name}") AS "${name}", typeof("${name}") AS "${name}:type"`,
    )
    .join(', ')
  const sql = `SELECT rowid AS "rowid", ${selected} FROM "${table}" WHERE rowid BETWEEN ? AND ? ORDER BY rowid LIMIT ${rowsPerRead}`
  let statement = connection.prepare(sql)
  const read = (low: number, high: number): Row[] | null => {
    try {
      return statement.all(low, high) as Row[]
    } catch {
      // A statement that has met damage is not to be used again.
      statement = connection.prepare(sql)
      return null
    }
  }
  let unreadable = 0
  let inARow = 0
  const ranges: [low: number, high: number][] = [[0, findLastRowid(connection, table) ?? lastRowid]]
  for (let range = ranges.pop(); range; range = ranges.pop()) {
    const [low, high] = range
    const rows = read(low, high)
    if (rows === null) {
      if (low >= high) {
        unreadable += 1
        inARow += 1
        if (inARow >= mostUnreadable) return unreadable
      } else {
        const middle = low + Math.floor((high - low) / 2)
        ranges.push([middle + 1, high], [low, middle])
      }
      continue
    }
    if (rows.length > 0) inARow = 0
    if (rows.length === rowsPerRead) ranges.push([Number(rows.at(-1)?.rowid) + 1, high])
    const decoded = rows.map((row) => decodeRow(row, columns))
    unreadable += decoded.filter((row) => row === null).length
    if (rows.length > 0) yield decoded.filter((row) => row !== null)
  }
  return unreadable
}

/** The highest rowid by an index that can be read: the table's own end may be damaged. */
function findLastRowid(connection: Connection, table: string): number | null {
  for (const { name } of connection.prepare(`PRAGMA index_list("${table}")`).all() as { name: string }[]) {
    try {
      // All of it, for the optimiser would answer the maximum from the table.
      const rows = connection.prepare(`SELECT rowid AS "rowid" FROM "${table}" INDEXED BY "${name}"`).all() as Row[]
      return rows.reduce((last, { rowid }) => Math.max(last, Number(rowid)), 0)
    } catch {
      // The next one may be whole.
    }
  }
  return null
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Null where a text is none. */
function decodeRow(row: Row, columns: readonly string[]): Row | null {
  try {
    return Object.fromEntries(
      columns.map((name) => {
        const value = row[name]
        return [name, row[`${name}:type`] === 'text' ? utf8.decode(value as Uint8Array) : value]
      }),
    )
  } catch {
    return null
  }
}
