import { findArchiveUri, ShuttenError } from '@shutten/core'
import { type ArchiveItem, readArchive } from '../archive/read-archive.js'
import { findMediaType } from './media-types.js'
import type { Source, SourceBytes } from './source.js'

const separator = '!/'

/** What addresses of an archive's files begin with. */
export function toArchiveRoot(uri: string): string {
  return uri + separator
}

export interface ArchiveEntries {
  /** Addresses of the files that are read, in their order; errors of the whole archive as `readArchive` has them. */
  list(options: { uri: string; bytes: Uint8Array; signal?: AbortSignal }): Promise<string[]>
  /** A file of an archive as a source. Files that are read in their order are unpacked once. */
  open(uri: string): Source
}

/** @param options.openArchive the source of an archive itself */
export function createArchiveEntries(options: { openArchive: (uri: string) => Source }): ArchiveEntries {
  const { openArchive } = options
  /** Where reading stands in the archive that was read last. */
  let current: { uri: string; items: AsyncGenerator<ArchiveItem> } | null = null

  const begin = async (uri: string, signal?: AbortSignal) => {
    const { bytes } = await openArchive(uri).read(signal ? { signal } : {})
    current = { uri, items: readArchive({ bytes, uri, accepts: isRead }) }
    return current
  }
  const findIn = async (items: AsyncGenerator<ArchiveItem>, uri: string): Promise<ArchiveItem | null> => {
    for (;;) {
      const next = await items.next()
      if (next.done) return null
      if (next.value.uri === uri) return next.value
    }
  }

  return {
    async list({ uri, bytes, signal }) {
      const found: string[] = []
      for await (const item of readArchive({ bytes, uri, accepts: isRead, ...(signal && { signal }) }))
        found.push(item.uri)
      current = { uri, items: readArchive({ bytes, uri, accepts: isRead }) }
      return found
    },
    open: (uri) => ({
      uri,
      async read({ signal } = {}): Promise<SourceBytes> {
        const archive = findArchiveUri(uri) ?? uri
        const going = current?.uri === archive ? current : await begin(archive, signal)
        const item = (await findIn(going.items, uri)) ?? (await findIn((await begin(archive, signal)).items, uri))
        signal?.throwIfAborted()
        if (!item)
          throw new ShuttenError({
            code: 'SOURCE_NOT_FOUND',
            message: `${uri} is not in its archive any more.`,
            suggestion: 'Ingest the archive again.',
          })
        if ('error' in item) throw item.error
        return { bytes: item.bytes, mediaType: findMediaType(item.path), charset: null }
      },
    }),
  }
}

const isRead = (path: string) => findMediaType(path) !== null
