import { realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { findArchiveUri, ShuttenError } from '@shutten/core'
import { type ArchiveEntries, createArchiveEntries } from './archive-entries.js'
import { createFileSource, toFileError } from './create-file-source.js'
import type { ResolveHost } from './create-guarded-lookup.js'
import { createWebSource } from './create-web-source.js'
import { listFolder } from './list-folder.js'
import { findMediaType, supportedExtensions } from './media-types.js'
import type { Source, SourceList } from './source.js'
import { toFailure } from './to-failure.js'
import { createWebFetcher } from './web/create-web-fetcher.js'
import type { SourceClock } from './web/source-clock.js'

export interface SourceReader {
  /** Bytes of the largest source that is read. */
  readonly maxBytes: number
  /**
   * Lists what locations hold: paths of files and folders, `file://` URIs, http(s) addresses. Nothing is read yet.
   * A location that fails is told in `failed` and hinders no other: SOURCE_NOT_FOUND, SOURCE_UNREADABLE,
   * SOURCE_TYPE_UNSUPPORTED, FOLDER_NOTHING_READABLE, INPUT_INVALID.
   */
  list(options: { locations: readonly string[]; signal?: AbortSignal }): Promise<SourceList>
  /** The address of a location: that of a path, or as it is. */
  toUri(location: string): string
  /** The source at an address that `list` has given before. */
  open(uri: string): Source
  /** What archives hold. */
  readonly archives: ArchiveEntries
  /** False when the file of a `file://` URI is known to be gone. */
  exists(uri: string): Promise<boolean>
}

/** A text is held to less when it is decoded. */
export const defaultMaxSourceBytes = 100 * 1024 * 1024

/**
 * Reads files, folders and web pages. Pages are fetched from public addresses only, unless `allowedHosts` names the host,
 * and as a polite crawler does (`createWebFetcher`).
 */
export function createSourceReader(
  options: {
    maxBytes?: number
    /** Milliseconds that one request may take. */
    fetchTimeoutMs?: number
    /** Milliseconds between two requests to one host. */
    minGapMs?: number
    /** `host` or `host:port` */
    allowedHosts?: readonly string[]
    resolveHost?: ResolveHost
    clock?: SourceClock
  } = {},
): SourceReader {
  const { maxBytes = defaultMaxSourceBytes, fetchTimeoutMs = 30_000, minGapMs = 1_000, allowedHosts = [] } = options
  const { resolveHost, clock } = options
  const fetcher = createWebFetcher({ ...(resolveHost && { resolveHost }), ...(clock && { clock }) })
  const limits = { maxBytes, timeoutMs: fetchTimeoutMs, minGapMs }

  const openWebPage = (address: string) => createWebSource({ address, fetcher, allowedHosts, limits })

  const listLocation = async (location: string, signal?: AbortSignal): Promise<SourceList> => {
    if (/^https?:/i.test(location)) {
      if (!URL.canParse(location)) throw createInvalidError(location)
      return toList([openWebPage(location)])
    }
    const { real, isFolder } = await resolvePath(location)
    if (!isFolder) {
      if (!findMediaType(real)) throw createUnsupportedError(real)
      return toList([createFileSource({ path: real, maxBytes })])
    }
    return listFolderSources(real, signal)
  }

  const listFolderSources = async (folder: string, signal?: AbortSignal): Promise<SourceList> => {
    const { files, skipped, error } = await listFolder({ folder, ...(signal && { signal }) })
    const uri = pathToFileURL(folder + path.sep).href
    const failed = error === null ? [] : [toFailure(uri, toFileError({ error, location: folder }))]
    if (files.length === 0 && error === null) {
      const what =
        skipped > 0 ? `None of the ${skipped} files in ${folder} is of a kind that is read` : `${folder} holds no files`
      failed.push(
        toFailure(
          uri,
          new ShuttenError({
            code: 'FOLDER_NOTHING_READABLE',
            message: `${what}.`,
            suggestion: `Put files into it that end in ${supportedExtensions.join(', ')}.`,
          }),
        ),
      )
    }
    return {
      sources: files.map((file) => createFileSource({ path: file, maxBytes })),
      // An empty folder may be a volume that is not mounted: nothing is deleted for it.
      folders: failed.length === 0 ? [uri] : [],
      failed,
      skipped,
    }
  }

  const openWhole = (uri: string) =>
    uri.startsWith('file:') ? createFileSource({ path: fileURLToPath(uri), maxBytes }) : openWebPage(uri)
  const archives = createArchiveEntries({ openArchive: openWhole })

  return {
    maxBytes,
    toUri,
    archives,
    open: (uri) => (findArchiveUri(uri) ? archives.open(uri) : openWhole(uri)),
    async list({ locations, signal }) {
      const whole: SourceList = { sources: [], folders: [], failed: [], skipped: 0 }
      const known = new Set<string>()
      for (const location of locations) {
        signal?.throwIfAborted()
        let part: SourceList
        try {
          part = await listLocation(location, signal)
        } catch (error) {
          signal?.throwIfAborted()
          whole.failed.push(toFailure(toUri(location), error))
          continue
        }
        for (const source of part.sources) {
          if (known.has(source.uri)) continue
          known.add(source.uri)
          whole.sources.push(source)
        }
        whole.folders.push(...part.folders)
        whole.failed.push(...part.failed)
        whole.skipped += part.skipped
      }
      return whole
    },
    async exists(uri) {
      if (!uri.startsWith('file:')) return true
      try {
        await stat(fileURLToPath(findArchiveUri(uri) ?? uri))
        return true
      } catch (error) {
        return !['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')
      }
    },
  }
}

function toList(sources: Source[]): SourceList {
  return { sources, folders: [], failed: [], skipped: 0 }
}

async function resolvePath(location: string): Promise<{ real: string; isFolder: boolean }> {
  let file: string
  try {
    file = location.startsWith('file:') ? fileURLToPath(location) : path.resolve(location)
  } catch {
    throw createInvalidError(location)
  }
  try {
    const real = await realpath(file)
    const stats = await stat(real)
    if (!stats.isFile() && !stats.isDirectory())
      throw new ShuttenError({
        code: 'SOURCE_UNREADABLE',
        message: `${file} is neither a file nor a folder.`,
        suggestion: 'Give the path of a file or a folder.',
      })
    return { real, isFolder: stats.isDirectory() }
  } catch (error) {
    throw toFileError({ error, location: file })
  }
}

function toUri(location: string): string {
  return /^(?:https?|file):/i.test(location) ? location : pathToFileURL(path.resolve(location)).href
}

function createInvalidError(location: string): ShuttenError {
  return new ShuttenError({
    code: 'INPUT_INVALID',
    message: `${location} is no valid address.`,
    suggestion: 'Give a path, or an address that begins with http:// or https://.',
  })
}

function createUnsupportedError(file: string): ShuttenError {
  return new ShuttenError({
    code: 'SOURCE_TYPE_UNSUPPORTED',
    message: `${file} is of a kind that is not read.`,
    suggestion: `Files that end in ${supportedExtensions.join(', ')} are read. Convert it first.`,
  })
}
