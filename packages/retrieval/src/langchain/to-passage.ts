import { createHash } from 'node:crypto'
import type { DocumentInterface } from '@langchain/core/documents'
import type { GenerationPassage } from '@shutten/core'
import { detectLanguage } from '@shutten/text'

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)
const textsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []

/** Where in its source a loader or splitter of LangChain's says that a document stands, as a fragment. */
function fragmentOf(loc: unknown): string {
  const { pageNumber, lines } = (loc ?? {}) as { pageNumber?: unknown; lines?: { from?: unknown; to?: unknown } }
  if (typeof pageNumber === 'number') return `#page=${pageNumber}`
  if (typeof lines?.from === 'number' && typeof lines.to === 'number') return `#L${lines.from}-L${lines.to}`
  return ''
}

/**
 * A document of any LangChain store as a passage. One with Shutten's metadata keeps its place; one from elsewhere is a
 * document of its own, from 0 to its length, under the address that `metadata.source` and `metadata.loc` give.
 */
export function toPassage(document: DocumentInterface, ordinal: number): GenerationPassage {
  const { pageContent: text, metadata, id } = document
  const source = textOf(metadata.source)
  const uri = textOf(metadata.uri) ?? (source ? source + fragmentOf(metadata.loc) : '')
  const hash = createHash('sha256').update(`${uri}\n${text}`).digest('hex').slice(0, 32)
  const passageId = textOf(metadata.passageId) ?? id ?? hash
  const documentId = textOf(metadata.documentId) ?? source ?? passageId
  const isPlaced = metadata.end - metadata.start === text.length && metadata.start >= 0
  const start = isPlaced ? (metadata.start as number) : 0
  return {
    id: passageId,
    ordinal,
    documentId,
    versionId: textOf(metadata.versionId) ?? documentId,
    uri,
    title: textOf(metadata.title) ?? source?.split(/[\\/]/).at(-1) ?? text.trim().split('\n', 1)[0]?.slice(0, 80) ?? '',
    headingPath: textsOf(metadata.headingPath),
    language: metadata.language === 'ja' || metadata.language === 'en' ? metadata.language : detectLanguage(text),
    index: 0,
    start,
    end: start + text.length,
    text,
    tags: textsOf(metadata.tags),
    date: textOf(metadata.date) ?? '',
    lead: '',
  }
}
