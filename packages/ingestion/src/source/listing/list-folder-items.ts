import { realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { type KnownItem, type ListedItem, ShuttenError, type SourceDefinition, type SourceListing } from '@shutten/core'
import { toFileError } from '../create-file-source.js'
import { listFolder } from '../list-folder.js'
import { supportedExtensions } from '../media-types.js'
import { toFailure } from '../to-failure.js'
import { createItem, createListing, type FoundItems } from './create-listing.js'
import type { ListingBounds, ListingObserver } from './listing-observer.js'

const parallelStats = 32
/** A file that was changed so lately may change again without its times telling. */
const unsettledMs = 2_000

/**
 * The files of a folder and of those below it, with what their metadata says of their state. A folder that is missing,
 * cannot be read through or is empty tells in `failed`, and proves nothing gone. `now`: milliseconds since 1970.
 */
export async function listFolderItems(options: {
  source: SourceDefinition
  known: readonly KnownItem[]
  now: number
  observer?: ListingObserver
  bounds?: ListingBounds
  signal?: AbortSignal
}): Promise<SourceListing> {
  const { source, known, now, observer, bounds = {}, signal } = options
  const folder = await realpath(source.location).catch(() => source.location)
  const found = await findFiles({ folder, now, observer, bounds, ...(signal && { signal }) })
  return createListing({
    source,
    known,
    found,
    toPath: (uri) => toRelativePath(folder, uri),
    provesAbsence: true,
    isUnchanged: (item, before) => item.revision !== null && item.revision === before.revision,
    ...(observer && { observer }),
  })
}

async function findFiles(options: {
  folder: string
  now: number
  observer: ListingObserver | undefined
  bounds: ListingBounds
  signal?: AbortSignal
}): Promise<FoundItems> {
  const { folder, now, observer, bounds, signal } = options
  const uri = pathToFileURL(folder + path.sep).href
  const fail = (error: unknown): FoundItems => ({ items: [], isComplete: false, failed: [toFailure(uri, error)] })
  try {
    if (!(await stat(folder)).isDirectory()) return fail(createNoFolderError(folder))
  } catch (error) {
    return fail(toFileError({ error, location: folder }))
  }
  const { maxFiles } = bounds
  const { files, skipped, isCut, error } = await listFolder({
    folder,
    ...(maxFiles !== undefined && { maxFiles }),
    onSkipped: (file, reason) => observer?.onPassedOver?.({ uri: pathToFileURL(file).href, reason, pattern: null }),
    ...(signal && { signal }),
  })
  const failed = error === null ? [] : [toFailure(uri, toFileError({ error, location: folder }))]
  if (files.length === 0 && error === null) failed.push(toFailure(uri, createEmptyError(folder, skipped)))
  return {
    items: await describeFiles({ files, now, ...(signal && { signal }) }),
    isComplete: failed.length === 0 && !isCut,
    failed,
    skipped: { unsupported: skipped },
  }
}

async function describeFiles(options: {
  files: readonly string[]
  now: number
  signal?: AbortSignal
}): Promise<Omit<ListedItem, 'state'>[]> {
  const { files, now, signal } = options
  const items: Omit<ListedItem, 'state'>[] = []
  for (let at = 0; at < files.length; at += parallelStats) {
    signal?.throwIfAborted()
    const batch = files.slice(at, at + parallelStats).map(async (file) => ({
      ...createItem(pathToFileURL(file).href),
      revision: await findRevision(file, now),
    }))
    items.push(...(await Promise.all(batch)))
  }
  return items
}

/** Also the time of the last change of the inode, which no program sets back. */
async function findRevision(file: string, now: number): Promise<string | null> {
  try {
    const { size, mtimeNs, ctimeNs, ino } = await stat(file, { bigint: true })
    const settledAt = BigInt(Math.floor(now) - unsettledMs) * 1_000_000n
    return mtimeNs > settledAt || ctimeNs > settledAt ? null : `${size}-${mtimeNs}-${ctimeNs}-${ino}`
  } catch {
    // A file that went away meanwhile is told when it is read.
    return null
  }
}

function toRelativePath(folder: string, uri: string): string | null {
  if (!uri.startsWith('file:')) return null
  const relative = path.relative(folder, fileURLToPath(uri))
  const isBelow =
    relative !== '' && relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative)
  return isBelow ? relative.split(path.sep).join('/') : null
}

function createNoFolderError(folder: string): ShuttenError {
  return new ShuttenError({
    code: 'SOURCE_UNREADABLE',
    message: `${folder} is no folder.`,
    suggestion: 'Give the path of a folder.',
  })
}

function createEmptyError(folder: string, skipped: number): ShuttenError {
  const what =
    skipped > 0 ? `None of the ${skipped} files in ${folder} is of a kind that is read` : `${folder} is empty`
  return new ShuttenError({
    code: 'FOLDER_NOTHING_READABLE',
    message: `${what}; what was indexed of it stays.`,
    suggestion: `Check that the folder is mounted and holds files that end in ${supportedExtensions.join(', ')}. To remove its documents, remove the source.`,
  })
}
