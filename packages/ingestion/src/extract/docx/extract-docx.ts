import type { ExtractedDocument } from '@shutten/core'
import { ShuttenError, toAbortError } from '@shutten/core'
import { openZip } from '../../archive/open-zip.js'
import { repackZip } from '../../archive/repack-zip.js'
import { extractHtml } from '../extract-html.js'
import type { ExtractorOptions } from '../extractor-options.js'
import { readCoreProperties } from '../office/read-core-properties.js'
import { markTableHeads } from './mark-table-heads.js'
import { simplifyWordXml } from './simplify-word-xml.js'

const textParts = /^word\/(?:document|footnotes|endnotes)\d*\.xml$/i

/**
 * Reads a Word document (OOXML) by way of HTML: headings, lists, tables, text boxes; footnotes and endnotes follow at the
 * end. Deleted and hidden text, comments, furigana, headers and footers are left out; what was inserted is in.
 *
 * Errors: SOURCE_EMPTY, SOURCE_UNREADABLE, SOURCE_ENCRYPTED, SOURCE_UNPACKED_TOO_LARGE, SOURCE_PATH_UNSAFE, CANCELLED.
 */
export async function extractDocx(options: ExtractorOptions): Promise<ExtractedDocument> {
  const { uri, signal } = options
  const zip = await openZip(options)
  const properties = await readCoreProperties({ zip, uri })
  // The parts with text as a new archive: nothing unpacks behind the back of the budget, and pictures stay packed.
  const packed = await repackZip({
    zip,
    accepts: (path) => /\.(?:xml|rels)$/i.test(path),
    change: (path, bytes) => (textParts.test(path) ? simplifyWordXml(bytes) : bytes),
  })
  const html = await convert({ buffer: Buffer.from(packed), uri })
  if (signal?.aborted) throw toAbortError(signal)
  const title = properties.title ? `<title>${escapeHtml(properties.title)}</title>` : ''
  return extractHtml({
    text: `<html><head>${title}</head><body><main>${html}</main></body></html>`,
    uri,
    ...(options.title !== undefined && { title: options.title }),
    ...(options.language && { language: options.language }),
    tags: [...properties.tags, ...(options.tags ?? [])],
  })
}

async function convert(options: { buffer: Buffer; uri: string }): Promise<string> {
  // Loaded when a Word document is met.
  const { default: mammoth } = await import('mammoth')
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: options.buffer },
      {
        styleMap: ["p[style-name='Title'] => h1:fresh", "p[style-name='Quote'] => blockquote:fresh"],
        transformDocument: markTableHeads,
        convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
      },
    )
    // Marks of notes: `[1]` would read as a citation of ours, and the arrow leads nowhere.
    return value
      .replace(/<sup><a href="#(?:foot|end)note-[^>]*>\[\d+\]<\/a><\/sup>/g, '')
      .replace(/\s*<a href="#(?:foot|end)note-ref-[^>]*>[^<]*<\/a>/g, '')
  } catch (error) {
    throw new ShuttenError({
      code: 'SOURCE_UNREADABLE',
      message: `${options.uri} cannot be read as a Word document: ${error instanceof Error ? error.message : String(error)}.`,
      suggestion: 'Open it in Word or LibreOffice, and save it again.',
      cause: error,
    })
  }
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
