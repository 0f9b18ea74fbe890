import { type FileHandle, open, rename } from 'node:fs/promises'
import path from 'node:path'
import { crc32 } from 'node:zlib'
import {
  type Counts,
  checkedFrom,
  checksumAt,
  countNames,
  headerBytes,
  layoutVersion,
  magic,
  planSections,
} from './layout.js'

type Numbers = Uint8Array | Uint16Array | Uint32Array

/** Written one after the other; a section may come in pieces, so that no more than a piece of it need be in memory. */
export interface Sections {
  lengths: AsyncIterable<Numbers>
  termStarts: AsyncIterable<Numbers>
  postingStarts: AsyncIterable<Numbers>
  text: AsyncIterable<Numbers>
  ordinals: AsyncIterable<Numbers>
  occurrences: AsyncIterable<Numbers>
}

/**
 * Writes `draft`, flushes it, renames it to `file` and flushes the folder: the name never shows half an index.
 * Errors: those of the file system as they come; the draft is left to the caller then.
 */
export async function writeIndexFile({
  file,
  draft,
  counts,
  sections,
}: {
  file: string
  draft: string
  counts: Counts
  sections: Sections
}): Promise<void> {
  const plan = planSections(counts)
  const handle = await open(draft, 'w')
  try {
    const header = new Uint32Array(headerBytes / 4)
    header.set([...magic, layoutVersion, 0, ...countNames.map((name) => counts[name])])
    let checksum = crc32(toBytes(header).subarray(checkedFrom))
    let at = await writeAll({ handle, bytes: toBytes(header), at: 0 })
    const append = async (bytes: Uint8Array) => {
      // zlib takes no bytes for a wish to start anew.
      if (bytes.length === 0) return
      checksum = crc32(bytes, checksum)
      at = await writeAll({ handle, bytes, at })
    }
    for (const name of ['lengths', 'termStarts', 'postingStarts', 'text', 'ordinals', 'occurrences'] as const) {
      await append(new Uint8Array(plan[name].at - at))
      for await (const numbers of sections[name]) await append(toBytes(numbers))
    }
    await append(new Uint8Array(plan.end - at))
    await writeAll({ handle, bytes: toBytes(Uint32Array.of(checksum)), at: checksumAt })
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(draft, file)
  const folder = await open(path.dirname(file), 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

function toBytes(numbers: Numbers): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength)
}

/** Gives the place behind the last byte. */
async function writeAll({ handle, bytes, at }: { handle: FileHandle; bytes: Uint8Array; at: number }): Promise<number> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, at + done)
    done += bytesWritten
  }
  return at + bytes.length
}
