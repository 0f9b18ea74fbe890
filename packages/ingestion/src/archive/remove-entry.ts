import { type FileEntry, Uint8ArrayReader, Uint8ArrayWriter, ZipReader, ZipWriter } from '@zip.js/zip.js'
import { decodeEntryName } from './decode-entry-name.js'

/**
 * A ZIP archive without one of its files, everything else byte for byte as it was packed, protected files too; null where
 * nothing is left. `path` names the file by the paths through archives inside archives, outermost first.
 * Errors: those of the library for an archive that cannot be read.
 */
export async function removeEntry(options: { bytes: Uint8Array; path: readonly string[] }): Promise<Uint8Array | null> {
  const [name, ...inner] = options.path
  const reader = new ZipReader(new Uint8ArrayReader(options.bytes), {
    filenameValidation: 'tolerant',
    decodeText: (raw) => decodeEntryName(raw) ?? undefined,
  })
  const writer = new ZipWriter(new Uint8ArrayWriter(), { dataDescriptor: false })
  let files = 0
  for await (const entry of reader.getEntriesGenerator()) {
    const described = { lastModDate: entry.lastModDate, comment: entry.comment }
    if (entry.directory) {
      await writer.add(entry.filename, undefined, { ...described, directory: true })
      continue
    }
    const file = entry as FileEntry
    if (entry.filename.normalize('NFC').replaceAll('\\', '/') !== name) {
      files += 1
      const packed = await file.getData(new Uint8ArrayWriter(), { passThrough: true })
      await writer.add(entry.filename, new Uint8ArrayReader(packed), {
        ...described,
        passThrough: true,
        encrypted: entry.encrypted,
        zipCrypto: entry.zipCrypto,
        uncompressedSize: entry.uncompressedSize,
        signature: entry.signature,
        compressionMethod: entry.compressionMethod,
      })
      continue
    }
    if (inner.length === 0) continue
    const left = await removeEntry({ bytes: await file.getData(new Uint8ArrayWriter()), path: inner })
    if (left === null) continue
    files += 1
    await writer.add(entry.filename, new Uint8ArrayReader(left), described)
  }
  const bytes = await writer.close()
  return files > 0 ? bytes : null
}
