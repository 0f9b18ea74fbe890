import { readSync } from 'node:fs'

const headerSize = 32
const frameHeaderSize = 24
const magic = 0x377f0682

/**
 * Where the newest committed state of each page lies in a write-ahead log (SQLite file format, section 4): by page number, the
 * place of its bytes. What follows the last commit that agrees with its checksums is not counted, as SQLite itself does.
 *
 * @param options.log file descriptor
 * @param options.size of the log, bytes
 */
export function readLog(options: { log: number; size: number; pageSize: number }): Map<number, number> {
  const { log, size, pageSize } = options
  const committed = new Map<number, number>()
  const header = Buffer.alloc(headerSize)
  if (size < headerSize || readSync(log, header, 0, headerSize, 0) < headerSize) return committed
  const isBigEndian = header.readUInt32BE(0) === magic + 1
  if ((header.readUInt32BE(0) & ~1) >>> 0 !== magic || header.readUInt32BE(8) !== pageSize) return committed
  let sums: Sums = addSums([0, 0], header.subarray(0, 24), isBigEndian)
  if (!isSum(sums, header, 24)) return committed
  const waiting = new Map<number, number>()
  const frame = Buffer.alloc(frameHeaderSize + pageSize)
  for (let at = headerSize; at + frame.length <= size; at += frame.length) {
    readSync(log, frame, 0, frame.length, at)
    if (frame.compare(header, 16, 24, 8, 16) !== 0) break
    sums = addSums(sums, frame.subarray(0, 8), isBigEndian)
    sums = addSums(sums, frame.subarray(frameHeaderSize), isBigEndian)
    if (!isSum(sums, frame, 16)) break
    waiting.set(frame.readUInt32BE(0), at + frameHeaderSize)
    if (frame.readUInt32BE(4) === 0) continue
    for (const [page, place] of waiting) committed.set(page, place)
    waiting.clear()
  }
  return committed
}

type Sums = readonly [number, number]

function addSums([first, second]: Sums, bytes: Buffer, isBigEndian: boolean): Sums {
  let [one, two] = [first, second]
  for (let at = 0; at < bytes.length; at += 8) {
    one = (one + two + (isBigEndian ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at))) >>> 0
    two = (two + one + (isBigEndian ? bytes.readUInt32BE(at + 4) : bytes.readUInt32LE(at + 4))) >>> 0
  }
  return [one, two]
}

function isSum([first, second]: Sums, bytes: Buffer, at: number): boolean {
  return bytes.readUInt32BE(at) === first && bytes.readUInt32BE(at + 4) === second
}
