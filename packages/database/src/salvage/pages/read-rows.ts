import type { Connection } from '../../connection/open-connection.js'
import { createRowRecognizer, type RecognizedRow } from './create-row-recognizer.js'
import { decodeRecord } from './decode-record.js'
import { openPages } from './open-pages.js'
import { readLeaf } from './read-leaf.js'

export interface ReadPages {
  total: number
  /** Cut off. */
  missing: number
  /** There, but no page of a database. */
  damaged: number
  /** Rows of which nothing can be made out, not even whose they are. */
  unreadableRows: number
  /** Addresses of the documents that an index names. */
  uris: Set<string>
}

/**
 * Every row that lies in the file or its log, whether or not anything leads to it: page by page, each by itself, without SQLite,
 * which gives up on a table whose root is damaged, on the whole file where the schema is, and whose driver ends the
 * process over a text that is not UTF-8. Writes nothing.
 *
 * @param options.target records of today's schema, by which rows are recognized
 */
export function* readRows(options: { file: string; target: Connection }): Generator<RecognizedRow, ReadPages> {
  const recognize = createRowRecognizer(options.target)
  const pages = openPages(options.file)
  const found: ReadPages = {
    total: pages.count,
    missing: pages.missing,
    damaged: 0,
    unreadableRows: 0,
    uris: new Set(),
  }
  try {
    for (let page = 1; page <= pages.count; page += 1) {
      const bytes = pages.free.has(page) ? null : pages.read(page)
      const leaf = bytes && readLeaf({ pages, page, bytes })
      if (leaf === 'damaged') found.damaged += 1
      if (leaf === null || leaf === 'damaged') continue
      if (leaf.kind === 'table') found.unreadableRows += leaf.unreadable
      for (const { rowid, payload } of leaf.cells) {
        const values = decodeRecord(payload)
        if (leaf.kind === 'index') {
          const uri = values && findDocumentUri(values)
          if (uri) found.uris.add(uri)
          continue
        }
        const row = values && recognize({ rowid, values })
        if (row) yield row
        else if (!values || !isOfSqlite(values)) found.unreadableRows += 1
      }
    }
    return found
  } finally {
    pages.close()
  }
}

/** A row of the schema, or of the numbers that were given out. */
function isOfSqlite(values: readonly unknown[]): boolean {
  const [first, second] = values
  if (values.length === 2) return typeof first === 'string' && Number.isInteger(second)
  return values.length === 5 && (first === 'table' || first === 'index')
}

/** The index of documents by their last change and address is the only one of its form. */
function findDocumentUri(values: readonly unknown[]): string | null {
  const [updatedAt, uri, rowid] = values
  const isEntry = values.length === 3 && typeof updatedAt === 'string' && Number.isInteger(rowid)
  return isEntry && typeof uri === 'string' && /^\d{4}-\d\d-\d\dT/.test(updatedAt) ? uri : null
}
