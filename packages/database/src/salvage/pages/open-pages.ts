import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { readLog } from './read-log.js'

/** What SQLite gives a new file, and Shutten never changes. */
const defaultPageSize = 4_096

/** The pages of a SQLite file as they lie there, with those of the log beside it in place of older ones. */
export interface DatabasePages {
  /** Bytes of a page that hold content. */
  readonly usableSize: number
  /** The highest page number, by the header or the file's length, whichever is more. */
  readonly count: number
  /** Pages that the header counts and the file does not hold. */
  readonly missing: number
  /** Where the first page's b-tree begins in it. */
  readonly firstOffset: number
  /** Pages that hold nothing any more. */
  readonly free: ReadonlySet<number>
  /** Null for a page that is not there. The buffer is the caller's. */
  read(page: number): Buffer | null
  close(): void
}

/** Reads only; neither file has to be whole, nor the header (SQLite file format, sections 1.3 and 1.5). */
export function openPages(file: string): DatabasePages {
  const main = openSync(file, 'r')
  const log = openIfThere(`${file}-wal`)
  const header = Buffer.alloc(100)
  readSync(main, header, 0, 100, 0)
  const hasHeader = header.toString('latin1', 0, 15) === 'SQLite format 3'
  const declaredSize = hasHeader ? header.readUInt16BE(16) : defaultPageSize
  const pageSize = declaredSize === 1 ? 65_536 : isPowerOfTwo(declaredSize) ? declaredSize : defaultPageSize
  const logged = log === null ? new Map<number, number>() : readLog({ log, size: fstatSync(log).size, pageSize })
  const held = Math.floor(fstatSync(main).size / pageSize)

  const read = (page: number): Buffer | null => {
    const bytes = Buffer.alloc(pageSize)
    const place = logged.get(page)
    if (place !== undefined && log !== null) return readSync(log, bytes, 0, pageSize, place) === pageSize ? bytes : null
    if (page < 1 || page > held) return null
    return readSync(main, bytes, 0, pageSize, (page - 1) * pageSize) === pageSize ? bytes : null
  }

  const first = read(1)
  const hasFirst = first?.toString('latin1', 0, 15) === 'SQLite format 3'
  const declared = hasFirst ? (first?.readUInt32BE(28) ?? 0) : 0
  const highest = Math.max(held, ...logged.keys())
  // A header that is damaged itself may say anything.
  const count = declared > highest && declared < highest * 1_000 ? declared : highest
  const reserved = hasFirst ? (first?.[20] ?? 0) : 0
  let missing = 0
  for (let page = held + 1; page <= count; page += 1) if (!logged.has(page)) missing += 1
  return {
    usableSize: pageSize - reserved,
    count,
    missing,
    firstOffset: 100,
    free: hasFirst ? listFree({ first: first?.readUInt32BE(32) ?? 0, read }) : new Set(),
    read,
    close() {
      closeSync(main)
      if (log !== null) closeSync(log)
    },
  }
}

function openIfThere(file: string): number | null {
  try {
    return openSync(file, 'r')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

function isPowerOfTwo(size: number): boolean {
  return size >= 512 && (size & (size - 1)) === 0
}

function listFree(options: { first: number; read: DatabasePages['read'] }): Set<number> {
  const free = new Set<number>()
  for (let trunk = options.first; trunk !== 0 && !free.has(trunk); ) {
    free.add(trunk)
    const page = options.read(trunk)
    if (!page) break
    const leaves = Math.min(page.readUInt32BE(4), page.length / 4 - 2)
    for (let at = 0; at < leaves; at += 1) free.add(page.readUInt32BE(8 + at * 4))
    trunk = page.readUInt32BE(0)
  }
  return free
}
