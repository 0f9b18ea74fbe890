import { ShuttenError } from '@shutten/core'
import { findBinaryKind } from '../../decode/find-binary-kind.js'
import { readContentType } from '../media-types.js'

/**
 * The media type and charset of a page: what the header and the address say, held against the first bytes. A type that
 * says nothing is found out from the bytes where they tell.
 *
 * Errors: SOURCE_TYPE_UNSUPPORTED, SOURCE_TYPE_MISMATCH when the bytes are of another kind than the header says.
 */
export function checkContentType(options: { uri: string; header: string | null; bytes: Uint8Array }): {
  mediaType: string | null
  charset: string | null
} {
  const { uri, header, bytes } = options
  const address = new URL(uri).pathname
  const named = header?.split(';')[0]?.trim().toLowerCase() ?? ''
  const saysNothing = named === '' || named === 'application/octet-stream' || named === 'binary/octet-stream'
  const { mediaType, charset, supported } = readContentType({ header: saysNothing ? null : header, address })
  if (!supported)
    throw new ShuttenError({
      code: 'SOURCE_TYPE_UNSUPPORTED',
      message: `${uri} is ${named}, which is not read.`,
      suggestion: 'Convert it to text, Markdown, HTML or another format that is read.',
    })
  const family = findFamily(bytes)
  const expected = toFamily(mediaType)
  if (saysNothing && family && family.name !== expected) return { mediaType: family.mediaType, charset }
  if (expected !== null && bytes.length > 0 && expected !== (family?.name ?? 'text'))
    throw new ShuttenError({
      code: 'SOURCE_TYPE_MISMATCH',
      message: `${uri} says that it is ${named || mediaType}, and its content is ${family ? family.what : 'text'}.`,
      suggestion:
        'Open the address in a browser: often it shows an error or sign-in page, or the server is set up wrongly.',
    })
  return { mediaType, charset }
}

type Family = 'text' | 'pdf' | 'zip' | 'binary'

/** What the first bytes give away; null for what may be text. */
function findFamily(bytes: Uint8Array): { name: Family; what: string; mediaType: string | null } | null {
  const what = findBinaryKind(bytes.subarray(0, 4_096))
  // NUL bytes and control characters alone may be UTF-16 or damage: decoding finds out.
  if (what === null || what.startsWith('binary data')) return null
  if (what.includes('PDF')) return { name: 'pdf', what, mediaType: 'application/pdf' }
  if (what.includes('ZIP')) return { name: 'zip', what, mediaType: 'application/zip' }
  return { name: 'binary', what, mediaType: null }
}

function toFamily(mediaType: string | null): Family | null {
  if (mediaType === null) return null
  if (mediaType.startsWith('text/') || /(?:json|xml)$/.test(mediaType))
    return /officedocument/.test(mediaType) ? 'zip' : 'text'
  if (mediaType === 'application/pdf') return 'pdf'
  if (/officedocument|epub\+zip|^application\/(?:x-)?zip/.test(mediaType)) return 'zip'
  return null
}
