import { randomUUID } from 'node:crypto'
import type { DocumentInterface } from '@langchain/core/documents'
import type { TextDocument } from '@shutten/core'

export type IngestText = TextDocument & { id: string }

const titleLength = 80

/**
 * A LangChain document as ingestion takes it. Of its metadata `source`, `title` and `language` are kept: several
 * documents may come from one source, so the id is put behind it, and one without a title is named by its first line.
 */
export function toIngestText(document: DocumentInterface, id: string = document.id ?? randomUUID()): IngestText {
  const { source, title, language } = document.metadata
  const firstLine =
    document.pageContent
      .trim()
      .split('\n', 1)[0]
      ?.replace(/^#+\s*/, '') ?? ''
  return {
    id,
    uri:
      typeof source === 'string' && source
        ? `${source}#${encodeURIComponent(id)}`
        : `langchain:${encodeURIComponent(id)}`,
    title: typeof title === 'string' && title ? title : firstLine.slice(0, titleLength) || id,
    text: document.pageContent,
    ...((language === 'ja' || language === 'en') && { language }),
  }
}
