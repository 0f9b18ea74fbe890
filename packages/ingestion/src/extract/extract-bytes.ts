import type { ExtractedDocument, Language } from '@shutten/core'
import { ShuttenError } from '@shutten/core'
import { createUnpackBudget } from '../archive/create-unpack-budget.js'
import { openZip } from '../archive/open-zip.js'
import { defaultUnpackLimits, type UnpackLimits } from '../archive/unpack-limits.js'
import { binaryMediaTypes } from '../decode/binary-media-types.js'
import { createTooLargeError, decodeText } from '../decode/decode-text.js'
import { detectMediaType } from '../decode/detect-media-type.js'
import { isEncryptedOffice } from '../decode/is-encrypted-office.js'
import { extractDocx } from './docx/extract-docx.js'
import { extractEpub } from './epub/extract-epub.js'
import { detectTextMediaType, extractDocument, type SupportedMediaType } from './extract-document.js'
import type { ExtractorOptions } from './extractor-options.js'
import { extractPdf } from './pdf/extract-pdf.js'
import { extractPptx } from './pptx/extract-pptx.js'
import { extractXlsx } from './xlsx/extract-xlsx.js'

const extractors: Record<string, (options: ExtractorOptions) => Promise<ExtractedDocument>> = {
  [binaryMediaTypes.pdf]: extractPdf,
  [binaryMediaTypes.docx]: extractDocx,
  [binaryMediaTypes.pptx]: extractPptx,
  [binaryMediaTypes.xlsx]: extractXlsx,
  [binaryMediaTypes.epub]: extractEpub,
}

const textTypes = new Set(['text/plain', 'text/markdown', 'text/html', 'text/csv'])

/**
 * Reads the bytes of a source, text or binary. The content says what it is; `mediaType` (by name or HTTP header) tells
 * kinds of text apart. An archive is no document: `readArchive` gives what is in it.
 *
 * Errors: SOURCE_TOO_LARGE, SOURCE_BINARY, SOURCE_ENCODING, SOURCE_EMPTY, SOURCE_UNREADABLE, SOURCE_TYPE_UNSUPPORTED,
 * SOURCE_ENCRYPTED, SOURCE_SCANNED, SOURCE_UNPACKED_TOO_LARGE, SOURCE_PATH_UNSAFE, CANCELLED, TIMED_OUT.
 */
export async function extractBytes(options: {
  bytes: Uint8Array
  uri: string
  /** What `detectMediaType` found in the bytes, where it was asked before. */
  detected?: string | null
  mediaType?: string | null
  charset?: string | null
  title?: string
  language?: Language
  tags?: readonly string[]
  maxBytes?: number
  limits?: Partial<UnpackLimits>
  signal?: AbortSignal
}): Promise<{ document: ExtractedDocument; mediaType: string }> {
  const { bytes, uri, charset, maxBytes, limits, title, language, tags, signal } = options
  const rest = {
    uri,
    ...(title !== undefined && { title }),
    ...(language && { language }),
    ...(tags && { tags }),
  }
  if (maxBytes !== undefined && bytes.length > maxBytes)
    throw createTooLargeError({ uri, bytes: bytes.length, maxBytes })
  const { detected: found = await detectMediaType({ bytes, uri }) } = options
  const extract = found ? extractors[found] : undefined
  if (found && extract) {
    const { maxUnpackedBytes, maxDocumentBytes } = { ...defaultUnpackLimits, ...limits }
    const most = found === binaryMediaTypes.pdf ? maxUnpackedBytes : Math.min(maxUnpackedBytes, maxDocumentBytes)
    const budget = createUnpackBudget({
      uri,
      packedBytes: bytes.length,
      limits: { ...limits, maxUnpackedBytes: most },
    })
    return {
      document: await extract({ ...rest, bytes, budget, ...(signal && { signal }) }),
      mediaType: found,
    }
  }
  // A damaged archive says what is wrong with it; a whole one is no document.
  if (found === binaryMediaTypes.zip)
    await openZip({ bytes, uri, budget: createUnpackBudget({ uri, packedBytes: bytes.length }) })
  if (found) throw createUnsupportedError(uri, found)
  if (isEncryptedOffice(bytes)) throw createPasswordError(uri)
  const { text } = decodeText({ bytes, uri, charset: charset ?? null, ...(maxBytes !== undefined && { maxBytes }) })
  const named = textTypes.has(options.mediaType ?? '') ? (options.mediaType as SupportedMediaType) : 'text/plain'
  const mediaType = detectTextMediaType({ text, mediaType: named })
  return { document: await extractDocument({ ...rest, text, mediaType }), mediaType }
}

function createUnsupportedError(uri: string, mediaType: string): ShuttenError {
  const isArchive = mediaType === binaryMediaTypes.zip
  return new ShuttenError({
    code: 'SOURCE_TYPE_UNSUPPORTED',
    message: `${uri} is ${isArchive ? 'an archive of files' : mediaType}, which is not read as a document.`,
    suggestion: isArchive ? 'Unpack it, and ingest the files.' : 'Save it as PDF, Word, HTML or text.',
  })
}

function createPasswordError(uri: string): ShuttenError {
  return new ShuttenError({
    code: 'SOURCE_ENCRYPTED',
    message: `${uri} is protected by a password.`,
    suggestion: 'Save it without a password, and ingest that.',
  })
}
