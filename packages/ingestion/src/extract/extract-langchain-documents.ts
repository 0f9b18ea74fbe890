import type { BaseDocumentLoader } from '@langchain/core/document_loaders/base'
import type { DocumentBlock, DocumentPlace, ExtractedDocument, Language } from '@shutten/core'
import { ShuttenError } from '@shutten/core'
import { detectLanguage } from '@shutten/text'
import { createDocumentBuilder } from './document-builder.js'
import { getTitleFromUri } from './get-title-from-uri.js'

/**
 * Reads whatever a LangChain document loader gives as one document: each of its documents becomes a block
 * (`table-row` for loaders of records), or one block a paragraph.
 *
 * Errors: SOURCE_EMPTY; SOURCE_UNREADABLE when the loader fails.
 */
export async function extractLangChainDocuments(options: {
  loader: Pick<BaseDocumentLoader, 'load'>
  uri: string
  kind?: Extract<DocumentBlock['kind'], 'paragraph' | 'table-row'>
  /** Where a document of the loader, counted from 0, stands in the source. */
  getPlace?: (at: number) => DocumentPlace
  title?: string
  language?: Language
  tags?: readonly string[]
}): Promise<ExtractedDocument> {
  const { uri, kind = 'paragraph', tags } = options
  const loaded = await options.loader.load().catch((error: unknown) => {
    throw new ShuttenError({
      code: 'SOURCE_UNREADABLE',
      message: `${uri} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
      suggestion: 'Check that the source has the format that its name says.',
      cause: error,
    })
  })
  const builder = createDocumentBuilder()
  loaded.forEach(({ pageContent }, at) => {
    const place = options.getPlace?.(at)
    const parts = kind === 'table-row' ? [pageContent] : pageContent.split(/\n[^\S\n]*\n/)
    for (const text of parts) builder.add({ kind, text, ...(place && { place }) })
  })
  const named = loaded.map(({ metadata }) => metadata?.title).find((title) => typeof title === 'string' && title.trim())
  return builder.finish({
    uri,
    title: options.title?.trim() || (named as string | undefined)?.trim() || getTitleFromUri(uri),
    language: options.language ?? detectLanguage(builder.getText()),
    ...(tags && { tags }),
  })
}
