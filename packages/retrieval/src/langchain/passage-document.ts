import { Document } from '@langchain/core/documents'
import type { ErrorBody, GenerationPassage, SearchResult } from '@shutten/core'

/** What a LangChain document says of its place in the source: `start` and `end` in UTF-16 code units. */
export interface PlaceMetadata {
  documentId: string
  passageId: string
  versionId: string
  title: string
  headingPath: string[]
  uri: string
  /** The same as `uri`, under the name that LangChain's chains look for. */
  source: string
  language: SearchResult['language']
  start: number
  end: number
  generation: string
}

/** What each document of the retriever carries beside its text. */
export type PassageMetadata = Omit<SearchResult, 'text'> & PlaceMetadata & { warnings?: ErrorBody[] }

/** What each document of the vector store carries beside its text. */
export type StoredPassageMetadata = PlaceMetadata & { tags: string[]; date: string }

export function toStoredPassageDocument(
  passage: GenerationPassage,
  generation: string,
): Document<StoredPassageMetadata> {
  const { id, documentId, versionId, title, headingPath, uri, language, start, end, text, tags, date } = passage
  return new Document({
    id,
    pageContent: text,
    metadata: {
      documentId,
      passageId: id,
      versionId,
      title,
      headingPath,
      uri,
      source: uri,
      language,
      start,
      end,
      generation,
      tags,
      date,
    },
  })
}
