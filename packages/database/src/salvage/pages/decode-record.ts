import { isUtf8 } from 'node:buffer'

/** `undefined`: cannot be read. */
export type RecordValue = string | number | bigint | Buffer | null | undefined

/**
 * The values of a record (SQLite file format, section 2.1). Of a record whose end is missing, those before it are given, the others
 * as `undefined`, and so is a text that is not UTF-8. Null where not even its header can be read.
 */
export function decodeRecord(payload: Buffer): RecordValue[] | null {
  const [headerSize, headerStart] = readVarint(payload, 0)
  if (headerSize > payload.length || headerSize <= headerStart) return null
  const values: RecordValue[] = []
  let at = headerSize
  for (let place = headerStart; place < headerSize; ) {
    const [type, next] = readVarint(payload, place)
    place = next
    const length = type >= 12 ? Math.floor((type - 12) / 2) : sizes[type]
    if (length === undefined || place > headerSize) return null
    values.push(at + length <= payload.length ? readValue(payload, at, type, length) : undefined)
    at += length
  }
  return values
}

/** Of the serial types 0 to 9. */
const sizes = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0]

function readValue(payload: Buffer, at: number, type: number, length: number): RecordValue {
  if (type === 0) return null
  if (type === 7) return payload.readDoubleBE(at)
  if (type === 8 || type === 9) return type - 8
  if (type === 6) {
    const value = payload.readBigInt64BE(at)
    return BigInt.asIntN(53, value) === value ? Number(value) : value
  }
  if (type < 6) return payload.readIntBE(at, length)
  const bytes = payload.subarray(at, at + length)
  if (type % 2 === 0) return Buffer.from(bytes)
  return isUtf8(bytes) ? bytes.toString() : undefined
}

/** Value and end of a variable-length integer; Infinity where it is out of what a file can hold. */
export function readVarint(bytes: Buffer, at: number): [value: number, end: number] {
  let value = 0
  for (let place = at; place < at + 8; place += 1) {
    const byte = bytes[place]
    if (byte === undefined) return [Number.POSITIVE_INFINITY, place]
    value = value * 128 + (byte & 0x7f)
    if (byte < 0x80) return [value <= Number.MAX_SAFE_INTEGER ? value : Number.POSITIVE_INFINITY, place + 1]
  }
  return [Number.POSITIVE_INFINITY, at + 9]
}
