import type { SupportedMediaType } from '../extract/extract-document.js'

const byExtension: Record<string, SupportedMediaType> = {
  '.txt': 'text/plain',
  '.text': 'text/plain',
  '.md': 'text/markdown',
  '.markdown': 'text/markdown',
  '.html': 'text/html',
  '.htm': 'text/html',
  '.xhtml': 'text/html',
  '.csv': 'text/csv',
}

const byContentType: Record<string, SupportedMediaType> = {
  'text/plain': 'text/plain',
  'text/markdown': 'text/markdown',
  'text/x-markdown': 'text/markdown',
  'text/html': 'text/html',
  'application/xhtml+xml': 'text/html',
  'text/csv': 'text/csv',
}

export const supportedExtensions = Object.keys(byExtension)

/** The media type that a file name or address stands for; null for one that is not read. */
export function findMediaType(name: string): SupportedMediaType | null {
  const extension = /\.[^./\\]+$/.exec(name.replace(/[?#].*$/, ''))?.[0].toLowerCase()
  return (extension && byExtension[extension]) || null
}

/**
 * Reads a Content-Type header. `supported` is false when it names something that is not read. A type that says nothing
 * (none, `application/octet-stream`) and plain text leave the choice to the address.
 */
export function readContentType(options: { header: string | null; address: string }): {
  mediaType: SupportedMediaType | null
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
