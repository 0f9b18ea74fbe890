import type { ExtractedDocument, Language } from '@shutten/core'
import { ShuttenError } from '@shutten/core'
import { detectLanguage } from '@shutten/text'
import { openZip } from '../../archive/open-zip.js'
import { decodeText } from '../../decode/decode-text.js'
import { createDocumentBuilder } from '../document-builder.js'
import type { ExtractorOptions } from '../extractor-options.js'
import { getTitleFromUri } from '../get-title-from-uri.js'
import type { HtmlBlock } from '../html-block.js'
import { guardDepth, parseHtml } from '../parse-html.js'
import { walkHtml } from '../walk-html.js'
import { readPackage } from './read-package.js'

const voidNames = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/i

/**
 * Reads an EPUB book: its documents in reading order (the spine), as pages are read; furigana, scripts and the table of
 * contents are left out. A document without a heading gets the one that the table of contents gives it.
 *
 * Errors: SOURCE_EMPTY, SOURCE_UNREADABLE, SOURCE_ENCRYPTED for copy protection, SOURCE_UNPACKED_TOO_LARGE,
 * SOURCE_PATH_UNSAFE, CANCELLED.
 */
export async function extractEpub(options: ExtractorOptions): Promise<ExtractedDocument> {
  const { uri } = options
  const zip = await openZip(options)
  const book = await readPackage({ zip, uri })
  const builder = createDocumentBuilder()
  const declared = options.language ?? book.language
  let missing = 0
  for (const path of book.spine) {
    const entry = zip.entries.get(path)
    if (!entry) {
      missing += 1
      continue
    }
    const bytes = await entry.read()
    if (bytes.length === 0) continue
    const blocks = readContentDocument({ bytes, uri, language: declared ?? 'ja', maxBytes: bytes.length })
    const tocTitle = book.tocTitles.get(path)
    if (tocTitle && blocks.length > 0 && !blocks.some(({ kind }) => kind === 'heading'))
      builder.add({ kind: 'heading', level: 1, text: tocTitle })
    for (const { source: _, ...block } of blocks) builder.add(block)
  }
  if (missing > 0 && builder.blocks.length === 0)
    throw new ShuttenError({
      code: 'SOURCE_UNREADABLE',
      message: `${uri} is no whole EPUB: the documents that it names are missing.`,
      suggestion: 'Get the book again.',
    })
  return builder.finish({
    uri,
    title: options.title?.trim() || book.title || getTitleFromUri(uri),
    language: declared ?? detectLanguage(builder.getText()),
    tags: [...book.subjects, ...(options.tags ?? [])],
    publishedAt: book.publishedAt,
  })
}

function readContentDocument(options: {
  bytes: Uint8Array
  uri: string
  language: Language
  maxBytes: number
}): HtmlBlock[] {
  const { bytes, uri, language } = options
  const { text } = decodeText({ bytes, uri, maxBytes: options.maxBytes })
  // XHTML may close an empty element in its start tag; to an HTML parser `<title/>` would swallow the page.
  const html = text.replace(/<([a-z][\w:-]*)((?:\s[^<>]*)?)\/>/gi, (whole, name: string, rest: string) =>
    voidNames.test(name) ? whole : `<${name}${rest}></${name}>`,
  )
  const blocks: HtmlBlock[] = []
  guardDepth(uri, () => {
    const root = parseHtml({ html, uri })
    walkHtml({ nodes: root.children, language, onBlock: (block) => blocks.push(block) })
  })
  return blocks
}
