import { type FileHandle, open } from 'node:fs/promises'
import { crc32 } from 'node:zlib'
import { isShuttenError } from '@shutten/core'
import { createDamageError } from '../create-damage-error.js'
import type { IndexContents, Segment } from './index-contents.js'
import {
  type Counts,
  checkedFrom,
  checksumAt,
  headerBytes,
  largestSegmentSize,
  layoutVersion,
  magic,
  planSections,
  readCounts,
  type Section,
} from './layout.js'

/** Bytes read at a time; between two reads the process can do other things. */
const pieceBytes = 16 * 1024 * 1024

/** Reads the whole file into one buffer and checks it. Errors: INDEX_DAMAGED. */
export async function readIndexFile({ file, size }: { file: string; size: number }): Promise<IndexContents> {
  const damage = (reason: string, cause?: unknown) => createDamageError({ file, reason, cause })
  let handle: FileHandle | undefined
  try {
    handle = await open(file, 'r')
    const { size: bytes } = await handle.stat()
    if (bytes === 0) throw damage('it is empty')
    const header = await readBytes({ handle, bytes: Math.min(bytes, headerBytes), from: 0 })
    const numbers = new Uint32Array(header.buffer, 0, header.length >> 2)
    if (numbers[0] !== magic[0] || numbers[1] !== magic[1]) throw damage('it is not a lexical index')
    if (numbers[2] !== layoutVersion) throw damage('another version of Shutten made it')
    if (header.length < headerBytes) throw damage('its length is wrong')
    const counts = readCounts(numbers)
    if (counts.segmentSize > largestSegmentSize) throw damage('its parts do not fit each other')
    const plan = planSections(counts)
    if (plan.end !== bytes) throw damage('its length is wrong')
    const buffer = await readBytes({ handle, bytes, from: 0 })
    if (crc32(buffer.subarray(checkedFrom)) !== new Uint32Array(buffer.buffer, checksumAt, 1)[0])
      throw damage('its bytes are not those that were written')
    if (counts.entries !== size) throw damage(`it holds ${counts.entries} entries, not ${size}`)
    const contents = viewContents({ buffer: buffer.buffer, counts, plan })
    if (!isSound(contents, counts)) throw damage('its parts do not fit each other')
    return contents
  } catch (cause) {
    throw isShuttenError(cause) ? cause : damage('it cannot be read', cause)
  } finally {
    await handle?.close()
  }
}

async function readBytes({
  handle,
  bytes,
  from,
}: {
  handle: FileHandle
  bytes: number
  from: number
}): Promise<Uint8Array<ArrayBuffer>> {
  const buffer = new Uint8Array(bytes)
  for (let done = 0; done < bytes; ) {
    const { bytesRead } = await handle.read(buffer, done, Math.min(pieceBytes, bytes - done), from + done)
    if (bytesRead === 0) throw new Error('The file ends early.')
    done += bytesRead
  }
  return buffer
}

function viewContents({
  buffer,
  counts,
  plan,
}: {
  buffer: ArrayBuffer
  counts: Counts
  plan: ReturnType<typeof planSections>
}): IndexContents {
  const numbers = ({ at, length }: Section) => new Uint32Array(buffer, at, length)
  const terms = counts.words + counts.bigrams
  const starts = numbers(plan.postingStarts)
  const ordinals = new Uint16Array(buffer, plan.ordinals.at, plan.ordinals.length)
  const occurrences = new Uint8Array(buffer, plan.occurrences.at, plan.occurrences.length)
  const segments: Segment[] = []
  for (let from = 0, begin = 0; from < counts.entries; from += counts.segmentSize) {
    const own = starts.subarray(segments.length * (terms + 1), (segments.length + 1) * (terms + 1))
    const end = begin + (own[terms] as number)
    segments.push({
      from,
      entries: Math.min(counts.segmentSize, counts.entries - from),
      starts: own,
      ordinals: ordinals.subarray(begin, end),
      occurrences: occurrences.subarray(begin, end),
    })
    begin = end
  }
  return {
    entries: counts.entries,
    words: counts.words,
    terms,
    lengths: numbers(plan.lengths),
    termStarts: numbers(plan.termStarts),
    text: new Uint16Array(buffer, plan.text.at, plan.text.length),
    segments,
  }
}

/** Whether no number leads out of its section: the checksum tells of accidents, this of files made otherwise. */
function isSound({ termStarts, segments }: IndexContents, counts: Counts): boolean {
  const postings = segments.reduce((sum, { ordinals }) => sum + ordinals.length, 0)
  return (
    postings === counts.postings &&
    isAscending(termStarts, counts.units) &&
    segments.every(({ starts, ordinals }) => isAscending(starts, ordinals.length))
  )
}

function isAscending(starts: Uint32Array, end: number): boolean {
  let previous = 0
  for (let at = 0; at < starts.length; at++) {
    const start = starts[at] as number
    if (start < previous) return false
    previous = start
  }
  return starts[0] === 0 && previous === end
}
