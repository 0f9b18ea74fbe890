import { open } from 'node:fs/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { isShuttenError, ShuttenError } from '@shutten/core'
import { createTooLargeError } from '../decode/decode-text.js'
import { findMediaType } from './media-types.js'
import type { Source } from './source.js'

/** A file as a source. `path` is absolute and real. */
export function createFileSource(options: { path: string; maxBytes: number }): Source {
  const { path, maxBytes } = options
  const uri = pathToFileURL(path).href
  return {
    uri,
    async read({ signal } = {}) {
      signal?.throwIfAborted()
      try {
        const file = await open(path, 'r')
        try {
          const { size } = await file.stat()
          if (size > maxBytes) throw createTooLargeError({ uri, bytes: size, maxBytes })
          const bytes = await file.readFile({ ...(signal && { signal }) })
          return { bytes, mediaType: findMediaType(path), charset: null }
        } finally {
          await file.close()
        }
      } catch (error) {
        throw toFileError({ error, location: fileURLToPath(uri) })
      }
    },
  }
}

/** The coded error of a file that could not be listed or read. */
export function toFileError(options: { error: unknown; location: string }): unknown {
  const { error, location } = options
  const code = (error as NodeJS.ErrnoException).code
  if (isShuttenError(error) || typeof code !== 'string' || code === 'ABORT_ERR') return error
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new ShuttenError({
      code: 'SOURCE_NOT_FOUND',
      message: `There is no file or folder ${location}.`,
      suggestion: 'Check the path; a relative one counts from the folder the command runs in.',
      cause: error,
    })
  return new ShuttenError({
    code: 'SOURCE_UNREADABLE',
    message: `${location} cannot be read (${code}).`,
    suggestion: 'Check that it is a file or folder and that this user may read it.',
    cause: error,
  })
}
