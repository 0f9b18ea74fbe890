import type { ExtractedDocument } from '@shutten/core'
import { ShuttenError } from '@shutten/core'
import { detectLanguage } from '@shutten/text'
import { createDocumentBuilder } from '../document-builder.js'
import type { ExtractorOptions } from '../extractor-options.js'
import { getTitleFromUri } from '../get-title-from-uri.js'
import { cleanDocumentTitle } from '../office/read-core-properties.js'
import { checkPdfStreams } from './check-pdf-streams.js'
import { findPdfBlocks } from './find-pdf-blocks.js'
import { readPdfContent } from './read-pdf-content.js'

/**
 * Reads the text layer of a PDF file: columns in reading order, lines joined to paragraphs (without spaces in Japanese),
 * broken words made whole, tables as rows with the names of their columns; vertical text is read from right to left.
 * Running headers, footers, page numbers, furigana and slanted watermarks are left out. Headings: what the outline names,
 * what is set larger than the text, what is numbered as one. Every block has the page on which it begins as its place; a
 * paragraph that runs over a page is one block.
 *
 * Errors: SOURCE_SCANNED when no page has text, SOURCE_ENCRYPTED, SOURCE_UNREADABLE, SOURCE_TOO_LARGE,
 * SOURCE_UNPACKED_TOO_LARGE, CANCELLED, TIMED_OUT.
 */
export async function extractPdf(options: ExtractorOptions): Promise<ExtractedDocument> {
  const { uri, tags } = options
  checkPdfStreams(options)
  const content = await readPdfContent(options)
  const language =
    options.language ?? detectLanguage(content.pages.flatMap(({ items }) => items.map(({ text }) => text)).join(''))
  const blocks = findPdfBlocks({ content, language })
  if (blocks.length === 0)
    throw new ShuttenError({
      code: 'SOURCE_SCANNED',
      message: `${uri} has ${content.pages.length} pages, but no text: its pages are pictures.`,
      suggestion: 'Run a text recognition (OCR) over it, and ingest the result.',
    })
  const builder = createDocumentBuilder()
  for (const { page, ...block } of blocks) builder.add({ ...block, place: { page } })
  const heading = blocks.slice(0, 5).find(({ kind, page }) => kind === 'heading' && page === 1)
  return builder.finish({
    uri,
    title: options.title?.trim() || cleanDocumentTitle(content.title) || heading?.text || getTitleFromUri(uri),
    language,
    ...(tags && { tags }),
  })
}
