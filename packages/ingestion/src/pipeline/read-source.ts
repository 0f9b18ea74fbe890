import { createHash } from 'node:crypto'
import { type ExtractedDocument, type Language, ShuttenError } from '@shutten/core'
import { defaultMaxBytes } from '../decode/decode-text.js'
import { extractBytes } from '../extract/extract-bytes.js'
import type { SourceBytes } from '../source/source.js'

/** A document that takes longer is broken, or made to take long. */
const extractionTimeoutMs = 120_000

/** sha256, hex. */
export function hashContent(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex')
}

/**
 * The document that the bytes of a source hold, and the media type they really have.
 * Errors: SOURCE_TOO_LARGE, SOURCE_BINARY, SOURCE_ENCODING, SOURCE_EMPTY, SOURCE_UNREADABLE, SOURCE_TYPE_UNSUPPORTED,
 * SOURCE_ENCRYPTED, SOURCE_SCANNED, SOURCE_UNPACKED_TOO_LARGE, SOURCE_PATH_UNSAFE, CANCELLED.
 */
export async function readSource(options: {
  uri: string
  source: SourceBytes
  /** What `detectMediaType` found in its bytes. */
  detected: string | null
  tags?: readonly string[]
  /** Found out from the text unless given. */
  language?: Language | null
  signal?: AbortSignal
}): Promise<{ document: ExtractedDocument; mediaType: string }> {
  const { uri, source, detected, tags, language, signal } = options
  const limit = AbortSignal.timeout(extractionTimeoutMs)
  try {
    const { document, mediaType } = await extractBytes({
      bytes: source.bytes,
      uri,
      detected,
      mediaType: source.mediaType,
      charset: source.charset,
      ...(!detected && { maxBytes: defaultMaxBytes }),
      ...(tags && { tags }),
      ...(language && { language }),
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
    })
    if (/[\p{L}\p{N}]/u.test(document.text)) return { document, mediaType }
  } catch (error) {
    signal?.throwIfAborted()
    if (!limit.aborted) throw error
    throw new ShuttenError({
      code: 'SOURCE_UNREADABLE',
      message: `${uri} was not read within ${extractionTimeoutMs / 1_000} seconds.`,
      suggestion: 'Split the document, or save it in another format.',
      cause: error,
    })
  }
  throw new ShuttenError({
    code: 'SOURCE_EMPTY',
    message: `${uri} holds no word.`,
    suggestion: 'Check the source: only signs and white space were found in it.',
  })
}
