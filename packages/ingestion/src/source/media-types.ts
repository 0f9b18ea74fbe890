import { type BinaryMediaType, binaryMediaTypes } from '../decode/binary-media-types.js'
import type { SupportedMediaType } from '../extract/extract-document.js'

/** Of a text, a document, or an archive of them. */
export type SourceMediaType = SupportedMediaType | BinaryMediaType

const { pdf, docx, pptx, xlsx, epub, zip } = binaryMediaTypes

const byExtension: Record<string, SourceMediaType> = {
  '.txt': 'text/plain',
  '.text': 'text/plain',
  '.md': 'text/markdown',
  '.markdown': 'text/markdown',
  '.html': 'text/html',
  '.htm': 'text/html',
  '.xhtml': 'text/html',
  '.csv': 'text/csv',
  '.tsv': 'text/csv',
  '.pdf': pdf,
  '.docx': docx,
  '.docm': docx,
  '.pptx': pptx,
  '.pptm': pptx,
  '.xlsx': xlsx,
  '.xlsm': xlsx,
  '.epub': epub,
  '.zip': zip,
}

const byContentType: Record<string, SourceMediaType> = {
  'text/plain': 'text/plain',
  'text/markdown': 'text/markdown',
  'text/x-markdown': 'text/markdown',
  'text/html': 'text/html',
  'application/xhtml+xml': 'text/html',
  'text/csv': 'text/csv',
  'text/tab-separated-values': 'text/csv',
  'application/x-pdf': pdf,
  'application/vnd.ms-word.document.macroenabled.12': docx,
  'application/vnd.ms-powerpoint.presentation.macroenabled.12': pptx,
  'application/vnd.ms-excel.sheet.macroenabled.12': xlsx,
  'application/x-zip-compressed': zip,
  ...Object.fromEntries(Object.values(binaryMediaTypes).map((type) => [type, type])),
}

export const supportedExtensions = Object.keys(byExtension)

/** The media type that a file name or address stands for; null for one that is not read. */
export function findMediaType(name: string): SourceMediaType | null {
  const extension = /\.[^./\\]+$/.exec(name.replace(/[?#].*$/, ''))?.[0].toLowerCase()
  return (extension && byExtension[extension]) || null
}

/**
 * Reads a Content-Type header. `supported` is false when it names something that is not read. A type that says nothing
 * (none, `application/octet-stream`) and plain text leave the choice to the address.
 */
export function readContentType(options: { header: string | null; address: string }): {
  mediaType: SourceMediaType | null
  charset: string | null
  supported: boolean
} {
  const [type = '', ...parameters] = (options.header ?? '').split(';').map((part) => part.trim())
  const charset = parameters.map((part) => /^charset\s*=\s*"?([^"]+)"?$/i.exec(part)?.[1]).find(Boolean) ?? null
  const byName = findMediaType(options.address)
  const named = type.toLowerCase()
  if (!named || named === 'application/octet-stream') return { mediaType: byName, charset, supported: true }
  const mediaType = byContentType[named] ?? null
  return {
    mediaType: mediaType === 'text/plain' ? (byName ?? mediaType) : mediaType,
    charset,
    supported: mediaType !== null,
  }
}
