import { readVarint } from './decode-record.js'
import type { DatabasePages } from './open-pages.js'

export interface LeafCell {
  /** 0 in an index. */
  rowid: number
  /** As much of the record as can be read. */
  payload: Buffer
}

export interface Leaf {
  kind: 'table' | 'index'
  cells: LeafCell[]
  /** Cells that cannot be made out at all. */
  unreadable: number
}

const interiorIndex = 2
const interiorTable = 5
const leafIndex = 10
const leafTable = 13

/**
 * The cells of one b-tree page (SQLite file format, section 1.6): of a leaf of a table, of any page of an index. `damaged` for a page that is
 * none, null for one that holds no cells of these kinds. Overflow pages are followed.
 */
export function readLeaf(options: { pages: DatabasePages; page: number; bytes: Buffer }): Leaf | 'damaged' | null {
  const { pages, page, bytes } = options
  const start = page === 1 ? pages.firstOffset : 0
  const type = bytes[start] ?? 0
  // Overflow and free pages begin with the number of another page, which is below 2 ** 24 in any file of Shutten.
  if (type === 0) return null
  if (![interiorIndex, interiorTable, leafIndex, leafTable].includes(type)) return 'damaged'
  const count = bytes.readUInt16BE(start + 3)
  const pointers = start + (type === leafTable || type === leafIndex ? 8 : 12)
  if (pointers + count * 2 > pages.usableSize) return 'damaged'
  if (type === interiorTable) return null
  const leaf: Leaf = { kind: type === leafTable ? 'table' : 'index', cells: [], unreadable: 0 }
  for (let at = 0; at < count; at += 1) {
    const cell = readCell({ pages, bytes, type, at: bytes.readUInt16BE(pointers + at * 2) })
    if (cell) leaf.cells.push(cell)
    else leaf.unreadable += 1
  }
  return leaf
}

function readCell(options: { pages: DatabasePages; bytes: Buffer; type: number; at: number }): LeafCell | null {
  const { pages, bytes, type } = options
  const { usableSize } = pages
  const [size, afterSize] = readVarint(bytes, options.at + (type === interiorIndex ? 4 : 0))
  const [rowid, start] = type === leafTable ? readVarint(bytes, afterSize) : [0, afterSize]
  if (size > pages.count * usableSize || rowid === Number.POSITIVE_INFINITY) return null
  const most = type === leafTable ? usableSize - 35 : Math.floor(((usableSize - 12) * 64) / 255) - 23
  const least = Math.floor(((usableSize - 12) * 32) / 255) - 23
  const fitting = least + ((size - least) % (usableSize - 4))
  const local = size <= most ? size : fitting <= most ? fitting : least
  const end = start + local
  if (end > usableSize) return null
  const parts = [bytes.subarray(start, end)]
  let left = size - local
  if (left > 0 && end + 4 > usableSize) return null
  for (let next = left > 0 ? bytes.readUInt32BE(end) : 0; left > 0; ) {
    const overflow = next === 0 ? null : pages.read(next)
    if (!overflow) break
    const part = overflow.subarray(4, Math.min(usableSize, 4 + left))
    parts.push(part)
    left -= part.length
    next = overflow.readUInt32BE(0)
    // A missing page reads as zeros where it was filled up: no chain ends before its time.
    if (next === 0 && left > 0) break
  }
  return { rowid, payload: Buffer.concat(parts) }
}
