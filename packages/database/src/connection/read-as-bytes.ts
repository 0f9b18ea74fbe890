import { isUtf8 } from 'node:buffer'
import type { PreparedStatement } from './prepared-statement.js'

type Value = string | number | bigint | ArrayBuffer | null

/** A query whose texts come as bytes. */
export interface ByteQuery {
  statement: PreparedStatement
  columns: { name: string; type: string }[]
  /** Columns that hold bytes themselves, by their place. */
  blobs: ReadonlySet<number>
  /** Columns of no declared type: by their place, that of what says whether they hold text. */
  kinds: ReadonlyMap<number, number>
}

const writePattern = /^(\s*(?:INSERT|UPDATE|DELETE)\b.*\sRETURNING\s)(.*)$/is
const returnedPattern = /([`"]\w+[`"])(?:\s+AS\s+[`"]\w+[`"])?/gi

/**
 * The same query, or the same write that returns columns, with its texts as bytes: libsql ends the process over a text that is not
 * UTF-8, as a damaged file may hold it, and cuts one at its first zero character. What is computed is computed once, before it is
 * looked at.
 */
export function prepareByteQuery(options: { sql: string; prepare: (sql: string) => PreparedStatement }): ByteQuery {
  const { sql, prepare } = options
  const columns = prepare(sql)
    .columns()
    .map(({ name, type }) => ({ name, type: type ?? '' }))
  const places = columns.map((_, at) => at)
  const blobs = new Set(places.filter((at) => columns[at]?.type === 'BLOB'))
  const [, write, returned = ''] = writePattern.exec(sql) ?? []
  if (write !== undefined) {
    const names = [...returned.matchAll(returnedPattern)].map(([, name]) => name as string)
    const statement = prepare(write + names.map((name, at) => (blobs.has(at) ? name : asBytes(name))).join(', '))
    return { statement, columns, blobs, kinds: new Map() }
  }
  const undeclared = places.filter((at) => columns[at]?.type === '')
  const names = places.map((at) => `c${at}`)
  const selected = [
    ...names.map((name, at) => (blobs.has(at) ? name : asBytes(name))),
    ...undeclared.map((at) => `typeof(c${at}) = 'text'`),
  ]
  const how = undeclared.length > 0 ? 'MATERIALIZED' : 'NOT MATERIALIZED'
  return {
    statement: prepare(
      `WITH r(${names.join(', ')}) AS ${how} (${sql.replace(/;\s*$/, '')}\n) SELECT ${selected.join(', ')} FROM r`,
    ),
    columns,
    blobs,
    kinds: new Map(undeclared.map((at, index) => [at, columns.length + index])),
  }
}

const asBytes = (name: string) => `iif(typeof(${name}) = 'text', CAST(${name} AS BLOB), ${name})`

/** Errors: SQLITE_CORRUPT for a text that is none. */
export function readByteRows(query: ByteQuery, bound: unknown[]): Value[][] {
  const { columns, blobs, kinds } = query
  const rows = query.statement.raw(true).all(bound) as unknown[][]
  for (const row of rows) {
    for (let at = 0; at < columns.length; at += 1) {
      const value = row[at]
      if (!Buffer.isBuffer(value)) continue
      const kind = kinds.get(at)
      const isText = kind === undefined ? !blobs.has(at) : row[kind] === 1
      row[at] = isText ? toText(value, columns[at]?.name) : new Uint8Array(value).buffer
    }
    row.length = columns.length
  }
  return rows as Value[][]
}

function toText(bytes: Buffer, column: string | undefined): string {
  if (isUtf8(bytes)) return bytes.toString()
  throw Object.assign(new Error(`A text of ${column} is not UTF-8.`), { code: 'SQLITE_CORRUPT', rawCode: 11 })
}
