import { isShuttenError, ShuttenError, toShuttenError } from '@shutten/core'
import { detectMediaType } from '../decode/detect-media-type.js'
import { createUnpackBudget, type UnpackBudget } from './create-unpack-budget.js'
import { openZip, type ZipEntry } from './open-zip.js'
import type { UnpackLimits } from './unpack-limits.js'

export type ArchiveItem =
  | { uri: string; path: string; bytes: Uint8Array }
  /** One that cannot be read; all others are. */
  | { uri: string; path: string; error: ShuttenError }

// What systems put beside the files of a user.
const clutter = /(?:^|\/)(?:__MACOSX\/.*|\.[^/]*|Thumbs\.db|desktop\.ini)$/i

/**
 * The files of a ZIP archive, one after the other, those of archives inside it among them. The address of a file is that of
 * its archive, `!/` and its path: `file:///a.zip!/b/c.docx`. What begins with `accepts` false is not unpacked.
 *
 * Errors (of the whole archive): SOURCE_UNREADABLE, SOURCE_PATH_UNSAFE, SOURCE_UNPACKED_TOO_LARGE, SOURCE_NESTED_TOO_DEEP
 * where `depth` is over the limit, SOURCE_EMPTY when it holds no file, CANCELLED, TIMED_OUT.
 */
export async function* readArchive(options: {
  bytes: Uint8Array
  uri: string
  limits?: Partial<UnpackLimits>
  /** Whether a file of this path is wanted; all are when absent. */
  accepts?: (path: string) => boolean
  signal?: AbortSignal
}): AsyncGenerator<ArchiveItem, void, undefined> {
  const { bytes, uri, limits } = options
  const budget = createUnpackBudget({ uri, packedBytes: bytes.length, ...(limits && { limits }) })
  yield* readLevel({ ...options, budget, depth: 1 })
}

interface LevelOptions {
  bytes: Uint8Array
  uri: string
  budget: UnpackBudget
  depth: number
  accepts?: (path: string) => boolean
  signal?: AbortSignal
}

async function* readLevel(options: LevelOptions): AsyncGenerator<ArchiveItem, void, undefined> {
  const { bytes, uri, budget, depth, accepts, signal } = options
  if (depth > budget.limits.maxDepth) throw createTooDeepError(uri)
  const { entries } = await openZip({ bytes, uri, budget, ...(signal && { signal }) })
  const wanted = [...entries.values()].filter(({ path }) => !clutter.test(path) && (accepts?.(path) ?? true))
  if (entries.size === 0)
    throw new ShuttenError({
      code: 'SOURCE_EMPTY',
      message: `${uri} is an empty archive.`,
      suggestion: 'Check that the files were put into it.',
    })
  budget.check(wanted.reduce((sum, { size, isEncrypted }) => sum + (isEncrypted ? 0 : size), 0))
  for (const entry of wanted) {
    const at = { uri: toEntryUri(uri, entry.path), path: entry.path }
    try {
      const content = await readEntry(entry, at.uri)
      if ((await detectMediaType({ bytes: content, uri: at.uri, budget })) !== 'application/zip')
        yield { ...at, bytes: content }
      else yield* readLevel({ ...options, bytes: content, uri: at.uri, depth: depth + 1 })
    } catch (error) {
      if (!isShuttenError(error) || !isOfEntry(error)) throw error
      yield { ...at, error }
    }
  }
}

/** Too much is too much for the whole; anything else is a matter of the one entry. */
function isOfEntry(error: ShuttenError): boolean {
  return error.code.startsWith('SOURCE_') && error.code !== 'SOURCE_UNPACKED_TOO_LARGE'
}

async function readEntry(entry: ZipEntry, uri: string): Promise<Uint8Array> {
  if (!entry.isLink) return entry.read().catch((error: unknown) => Promise.reject(toShuttenError(error)))
  throw new ShuttenError({
    code: 'SOURCE_PATH_UNSAFE',
    message: `${uri} is a link to another file.`,
    suggestion: 'Put the file itself into the archive.',
  })
}

function toEntryUri(archive: string, path: string): string {
  return `${archive}!/${path.split('/').map(encodeURIComponent).join('/')}`
}

function createTooDeepError(uri: string): ShuttenError {
  return new ShuttenError({
    code: 'SOURCE_NESTED_TOO_DEEP',
    message: `${uri} is an archive inside archives, too deep to be opened.`,
    suggestion: 'Unpack the outer archives, and ingest what is in them.',
  })
}
