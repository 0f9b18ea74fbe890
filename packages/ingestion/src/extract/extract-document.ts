import type { ExtractedDocument, Language } from '@shutten/core'
import { ShuttenError } from '@shutten/core'
import { extractCsv } from './extract-csv.js'
import { extractHtml } from './extract-html.js'
import { extractMarkdown } from './extract-markdown.js'
import { extractText } from './extract-text.js'

const extractors = {
  'text/plain': extractText,
  'text/markdown': extractMarkdown,
  'text/html': extractHtml,
  'text/csv': extractCsv,
} as const

export type SupportedMediaType = keyof typeof extractors

/** The media type by which a decoded text is read: its content tells a page from a text, whatever its name says. */
export function detectTextMediaType(options: { text: string; mediaType: SupportedMediaType }): SupportedMediaType {
  const start = options.text.slice(0, 1_000).replace(/^(?:\s|<!--[\s\S]*?-->|<\?xml[^>]*\?>)+/, '')
  return /^<(?:!doctype\s+html|html)[\s>]/i.test(start) ? 'text/html' : options.mediaType
}

/**
 * Reads a decoded text by its media type.
 * Errors: SOURCE_EMPTY, SOURCE_UNREADABLE, SOURCE_TYPE_UNSUPPORTED.
 */
export async function extractDocument(options: {
  text: string
  mediaType: string
  uri: string
  title?: string
  language?: Language
  tags?: readonly string[]
}): Promise<ExtractedDocument> {
  const { mediaType, ...rest } = options
  const extract = extractors[mediaType as SupportedMediaType]
  if (extract) return extract(rest)
  throw new ShuttenError({
    code: 'SOURCE_TYPE_UNSUPPORTED',
    message: `${options.uri} is ${mediaType}, which is not read.`,
    suggestion: 'Convert it to text, Markdown, HTML or CSV.',
  })
}
