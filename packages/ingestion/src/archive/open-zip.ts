import { ShuttenError, toAbortError } from '@shutten/core'
import { configure, type Entry, type FileEntry, Uint8ArrayReader, ZipReader } from '@zip.js/zip.js'
import type { UnpackBudget } from './create-unpack-budget.js'
import { decodeEntryName } from './decode-entry-name.js'
import { isOutsidePath } from './is-outside-path.js'

configure({ useWebWorkers: false })

export interface ZipEntry {
  /** With slashes, as the archive has it; never one that leads outside. */
  path: string
  /** Bytes it says to unpack to. */
  size: number
  isEncrypted: boolean
  isLink: boolean
  /** Errors: SOURCE_ENCRYPTED, SOURCE_UNREADABLE, SOURCE_UNPACKED_TOO_LARGE, CANCELLED. */
  read(): Promise<Uint8Array>
}

export interface OpenZip {
  /** Files only, in the order of the archive; of two with one path the last. */
  entries: ReadonlyMap<string, ZipEntry>
}

/**
 * Opens a ZIP archive that lies in memory. Checksums are checked, and every byte that comes out counts against the budget.
 *
 * Errors: SOURCE_UNREADABLE for a damaged one, SOURCE_UNPACKED_TOO_LARGE for too many entries, SOURCE_PATH_UNSAFE when
 * one points outside.
 */
export async function openZip(options: {
  bytes: Uint8Array
  uri: string
  budget: UnpackBudget
  signal?: AbortSignal
}): Promise<OpenZip> {
  const { bytes, uri, budget, signal } = options
  if (signal?.aborted) throw toAbortError(signal)
  const entries = new Map<string, ZipEntry>()
  const reader = new ZipReader(new Uint8ArrayReader(bytes), {
    filenameValidation: 'tolerant',
    checkSignature: true,
    decodeText: (name) => decodeEntryName(name) ?? undefined,
  })
  let count = 0
  try {
    for await (const entry of reader.getEntriesGenerator()) {
      count += 1
      if (count > budget.limits.maxEntries) throw createTooManyError(uri, budget.limits.maxEntries)
      const path = entry.filename.normalize('NFC')
      if (isOutsidePath(path)) throw createOutsideError(uri, path)
      if (entry.directory) continue
      entries.set(path.replaceAll('\\', '/'), {
        path: path.replaceAll('\\', '/'),
        size: entry.uncompressedSize,
        isEncrypted: entry.encrypted,
        isLink: entry.symlink,
        read: () => readEntry({ entry, uri, budget, ...(signal && { signal }) }),
      })
    }
  } catch (error) {
    throw toZipError(uri, error, signal)
  }
  return { entries }
}

async function readEntry(options: {
  entry: Entry
  uri: string
  budget: UnpackBudget
  signal?: AbortSignal
}): Promise<Uint8Array> {
  const { entry, uri, budget, signal } = options
  if (entry.encrypted)
    throw new ShuttenError({
      code: 'SOURCE_ENCRYPTED',
      message: `${uri} is protected by a password.`,
      suggestion: 'Unpack it with its password, and ingest the files.',
    })
  budget.check(entry.uncompressedSize)
  const chunks: Uint8Array[] = []
  let length = 0
  const sink = new WritableStream<Uint8Array>({
    write(chunk) {
      budget.spend(chunk.length)
      chunks.push(chunk)
      length += chunk.length
    },
  })
  try {
    await (entry as FileEntry).getData(sink, { ...(signal && { signal }) })
  } catch (error) {
    throw toZipError(uri, error, signal)
  }
  const whole = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}

function toZipError(uri: string, error: unknown, signal: AbortSignal | undefined): unknown {
  if (signal?.aborted) return toAbortError(signal)
  if (error instanceof ShuttenError) return error
  return new ShuttenError({
    code: 'SOURCE_UNREADABLE',
    message: `${uri} is damaged: ${error instanceof Error ? error.message : String(error)}.`,
    suggestion: 'Get or save it again; it may have been cut off on its way.',
    cause: error,
  })
}

function createTooManyError(uri: string, maxEntries: number): ShuttenError {
  return new ShuttenError({
    code: 'SOURCE_UNPACKED_TOO_LARGE',
    message: `${uri} holds more than ${maxEntries.toLocaleString('en')} files.`,
    suggestion: 'Split it into smaller archives.',
  })
}

function createOutsideError(uri: string, path: string): ShuttenError {
  return new ShuttenError({
    code: 'SOURCE_PATH_UNSAFE',
    message: `${uri} holds a file whose path leads outside of it: ${JSON.stringify(path)}.`,
    suggestion: 'Nothing of it was read. Ask whoever made it for one without such paths.',
  })
}
