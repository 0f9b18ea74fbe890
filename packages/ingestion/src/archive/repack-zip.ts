import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js'
import type { OpenZip } from './open-zip.js'

/**
 * The wanted entries of an archive as a new one, unpacked within the budget and stored as they are: a library that opens it
 * has nothing left to inflate. Errors: those of reading an entry.
 */
export async function repackZip(options: {
  zip: OpenZip
  accepts: (path: string) => boolean
  change?: (path: string, bytes: Uint8Array) => Uint8Array
}): Promise<Uint8Array> {
  const { zip, accepts, change } = options
  const writer = new ZipWriter(new Uint8ArrayWriter(), { level: 0, dataDescriptor: false })
  for (const entry of zip.entries.values()) {
    if (!accepts(entry.path)) continue
    const bytes = await entry.read()
    await writer.add(entry.path, new Uint8ArrayReader(change ? change(entry.path, bytes) : bytes))
  }
  return writer.close()
}
