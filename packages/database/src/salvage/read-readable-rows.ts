import type { Connection } from '../connection/open-connection.js'

/** Rows handed on at once. */
const rowsPerRead = 200
/** No row that Shutten wrote has a higher number. */
const lastRowid = 2 ** 40

type Row = Record<string, unknown>

/**
 * The rows of a table of a damaged file, by rowid: all but those whose pages cannot be read. A range that fails is halved until it
 * reads or is a single row. Gives the number of ranges that were passed over.
 */
export function* readReadableRows(options: { connection: Connection; table: string }): Generator<Row[], number> {
  const { connection, table } = options
  const read = (low: number, high: number): Row[] | null => {
    try {
      // Prepared each time: a statement that has met damage is not to be used again.
      return connection
        .prepare(
          `SELECT rowid AS "rowid", * FROM "${table}" WHERE rowid BETWEEN ? AND ? ORDER BY rowid LIMIT ${rowsPerRead}`,
        )
        .all(low, high) as Row[]
    } catch {
      return null
    }
  }
  let unreadable = 0
  const ranges: [low: number, high: number][] = [[0, lastRowid]]
  for (let range = ranges.pop(); range; range = ranges.pop()) {
    const [low, high] = range
    const rows = read(low, high)
    if (rows === null) {
      if (low >= high) unreadable += 1
      else {
        const middle = low + Math.floor((high - low) / 2)
        ranges.push([middle + 1, high], [low, middle])
      }
      continue
    }
    if (rows.length === rowsPerRead) ranges.push([Number(rows.at(-1)?.rowid) + 1, high])
    if (rows.length > 0) yield rows
  }
  return unreadable
}
