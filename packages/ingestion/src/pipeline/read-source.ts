import { createHash } from 'node:crypto'
import { type ExtractedDocument, ShuttenError } from '@shutten/core'
import { decodeText } from '../decode/decode-text.js'
import { detectTextMediaType, extractDocument, type SupportedMediaType } from '../extract/extract-document.js'
import type { SourceBytes } from '../source/source.js'

/** sha256, hex. */
export function hashContent(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex')
}

/**
 * The document that the bytes of a source hold, and the media type they really have.
 * Errors: SOURCE_TOO_LARGE, SOURCE_BINARY, SOURCE_ENCODING, SOURCE_EMPTY, SOURCE_UNREADABLE, SOURCE_TYPE_UNSUPPORTED.
 */
export async function readSource(options: {
  uri: string
  source: SourceBytes
  maxBytes: number
  tags?: readonly string[]
}): Promise<{ document: ExtractedDocument; mediaType: string }> {
  const { uri, source, maxBytes, tags } = options
  const { text } = decodeText({ bytes: source.bytes, uri, charset: source.charset, maxBytes })
  const mediaType = detectTextMediaType({ text, mediaType: (source.mediaType ?? 'text/plain') as SupportedMediaType })
  const document = await extractDocument({ text, mediaType, uri, ...(tags && { tags }) })
  if (!/[\p{L}\p{N}]/u.test(document.text))
    throw new ShuttenError({
      code: 'SOURCE_EMPTY',
      message: `${uri} holds no word.`,
      suggestion: 'Check the source: only signs and white space were found in it.',
    })
  return { document, mediaType }
}
