import type { ItemFailure } from '@shutten/core'

export interface SourceBytes {
  bytes: Uint8Array
  /** By the file's extension or the answer's content type; null when neither says. The content has the last word. */
  mediaType: string | null
  /** As an HTTP header names it. */
  charset: string | null
}

/** A file or page that can be read; nothing is read before `read` is called. */
export interface Source {
  /** `file://` URI of the real file, percent-encoded, or the http(s) address. */
  uri: string
  /** Errors: SOURCE_NOT_FOUND, SOURCE_UNREADABLE, SOURCE_TOO_LARGE, SOURCE_FETCH_FAILED, SOURCE_FETCH_REFUSED, SOURCE_TYPE_UNSUPPORTED, CANCELLED. */
  read(options?: { signal?: AbortSignal }): Promise<SourceBytes>
}

export interface SourceList {
  sources: Source[]
  /** URIs, ending in `/`, of the folders that were listed whole and held something: what is not among `sources` is gone. */
  folders: string[]
  /** Locations that could not be listed. */
  failed: ItemFailure[]
  /** Files of folders that are left out for their extension. */
  skipped: number
}
