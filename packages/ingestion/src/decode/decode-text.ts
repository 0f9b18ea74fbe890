import { ShuttenError } from '@shutten/core'
import { cleanText } from './clean-text.js'
import { detectLegacyJapanese } from './detect-legacy-japanese.js'
import { detectUtf16 } from './detect-utf16.js'
import { findBinaryKind } from './find-binary-kind.js'
import { findCharset, findDeclaredCharset } from './find-declared-charset.js'
import { findInvalidUtf8 } from './find-invalid-utf8.js'

export interface DecodedText {
  /** As `cleanText` gives it: NFC, `\n` line ends, no byte order mark. */
  text: string
  /** Label of the Encoding Standard: `utf-8`, `shift_jis`, … */
  encoding: string
}

/** Bytes of the largest source that is taken when nothing else is said: 20 MiB. */
export const defaultMaxBytes = 20 * 1024 * 1024

/**
 * Turns the bytes of a source into text. Encodings: UTF-8, UTF-16 (with or without a byte order mark), ISO-2022-JP,
 * Shift_JIS (code page 932) and EUC-JP told apart by their bytes; any other when `charset` (of an HTTP header)
 * or the page itself names it. Bytes are never replaced: what cannot be read is an error.
 *
 * Errors: SOURCE_TOO_LARGE, SOURCE_BINARY, SOURCE_ENCODING, SOURCE_EMPTY.
 */
export function decodeText(options: {
  bytes: Uint8Array
  uri: string
  charset?: string | null
  maxBytes?: number
}): DecodedText {
  const { bytes, uri, maxBytes = defaultMaxBytes } = options
  if (bytes.length > maxBytes) throw createTooLargeError({ uri, bytes: bytes.length, maxBytes })
  const { encoding, text } = decode({ bytes, uri, charset: options.charset ?? null })
  const cleaned = cleanText(text)
  if (!/[^\s\u3000]/.test(cleaned))
    throw new ShuttenError({
      code: 'SOURCE_EMPTY',
      message: `${uri} holds no text.`,
      suggestion: 'Check that the file was saved; an empty source cannot answer anything.',
    })
  return { text: cleaned, encoding }
}

/** The error for a source over the size limit. `bytes` is its size where it is known. */
export function createTooLargeError(options: { uri: string; bytes?: number; maxBytes: number }): ShuttenError {
  const size = options.bytes === undefined ? 'more' : `${options.bytes.toLocaleString('en')} bytes`
  return new ShuttenError({
    code: 'SOURCE_TOO_LARGE',
    message: `${options.uri} has ${size}; at most ${options.maxBytes.toLocaleString('en')} bytes are taken.`,
    suggestion: 'Split it into several files, or raise the size limit.',
  })
}

function decode(options: { bytes: Uint8Array; uri: string; charset: string | null }): DecodedText {
  const { bytes, uri } = options
  const marked = findByteOrderMark(bytes)
  if (marked === 'utf-32') throw createEncodingError({ uri, detail: 'it is UTF-32, which is not read' })
  if (marked === 'utf-8' || marked === null) {
    const utf16 = marked === null && mayBeUtf16(bytes) ? detectUtf16(bytes) : null
    if (utf16) return { encoding: utf16, text: decodeStrictly({ bytes, uri, encoding: utf16 }) }
    const binary = findBinaryKind(bytes)
    if (binary)
      throw new ShuttenError({
        code: 'SOURCE_BINARY',
        message: `${uri} is no text: it looks like ${binary}.`,
        suggestion: 'Export it as text, Markdown or HTML, and ingest that.',
      })
  } else return { encoding: marked, text: decodeStrictly({ bytes, uri, encoding: marked }) }

  const legacy = marked ? null : detectLegacyJapanese(bytes)
  if (legacy === 'iso-2022-jp') {
    const text = findDecoding(bytes, legacy)
    if (text !== null) return { encoding: legacy, text }
  }
  const invalidAt = findInvalidUtf8(bytes)
  if (invalidAt === -1) return { encoding: 'utf-8', text: new TextDecoder('utf-8').decode(bytes) }

  const named = [options.charset ? findCharset(options.charset) : null, findDeclaredCharset(bytes), legacy]
  for (const encoding of named) {
    if (!encoding || encoding === 'utf-8' || encoding.startsWith('utf-16')) continue
    const text = findDecoding(bytes, encoding)
    if (text !== null) return { encoding, text }
  }
  const byte = (bytes[invalidAt] as number).toString(16).toUpperCase().padStart(2, '0')
  throw createEncodingError({
    uri,
    detail: `the byte at offset ${invalidAt} (0x${byte}) is no valid UTF-8, and the file does not read as Shift_JIS or EUC-JP either`,
  })
}

function findByteOrderMark(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | 'utf-32' | null {
  const [a, b, c, d] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if ((a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0 && b === 0 && c === 0xfe && d === 0xff))
    return 'utf-32'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  return null
}

/** Valid UTF-8 without control characters is never taken for UTF-16. */
function mayBeUtf16(bytes: Uint8Array): boolean {
  return (
    bytes.subarray(0, 4_096).some((byte) => byte < 0x09 || (byte > 0x0d && byte < 0x1b)) ||
    findInvalidUtf8(bytes) !== -1
  )
}

function findDecoding(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function decodeStrictly(options: { bytes: Uint8Array; uri: string; encoding: string }): string {
  const text = findDecoding(options.bytes, options.encoding)
  if (text !== null) return text
  throw createEncodingError({ uri: options.uri, detail: `it is ${options.encoding.toUpperCase()} but damaged` })
}

function createEncodingError(options: { uri: string; detail: string }): ShuttenError {
  return new ShuttenError({
    code: 'SOURCE_ENCODING',
    message: `${options.uri} cannot be read: ${options.detail}.`,
    suggestion: 'Open it in the editor it was written with and save it as UTF-8.',
  })
}
