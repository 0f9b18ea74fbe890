import type { DocumentSummary } from '../documents/document.js'
import type { Language } from '../language/language.js'

export const documentOrders = ['updated', 'title', 'size', 'passages'] as const
/** `updated`: newest change first; `title`: by code point; `size` and `passages`: the largest first. */
export type DocumentOrder = (typeof documentOrders)[number]

/** What a list of documents is narrowed to; what is absent narrows nothing. */
export interface DocumentFilter {
  /** Part of the title or address, whatever the case of its letters. */
  query?: string
  /** Id of a source that holds it; `none`: no source does. */
  source?: string
  mediaType?: string
  language?: Language
  /** One of its tags, exactly. */
  tag?: string
}

/** A file or page that could not be taken in when it was last tried. */
export interface FailedItem {
  uri: string
  error: { code: string; message: string; suggestion: string }
  jobId: string
  /** Of the item within its job. */
  position: number
  /** ISO 8601, UTC: when the job ended, or began where it has not. */
  at: string
}

/** What is to be known of a document beside itself. */
export interface DocumentState {
  /** Sources that hold it. */
  sources: { id: string; name: string }[]
  /** Why it could not be read when that was last tried: what serves is older than its source. */
  failure: FailedItem | null
  /** Id of what hygiene holds back at its address: what serves is older. */
  heldBack: string | null
}

/** The documents that serve as an administrator looks through them. */
export interface DocumentBrowser {
  list(options: {
    filter: DocumentFilter
    order: DocumentOrder
    offset: number
    limit: number
  }): Promise<{ total: number; documents: DocumentSummary[] }>
  /** All that a filter lets through, or those of the ids that there are. */
  select(
    options: { filter: DocumentFilter } | { ids: readonly string[] },
  ): Promise<{ id: string; uri: string; title: string }[]>
  /** Of the documents of a page, by their ids. */
  describe(documents: readonly Pick<DocumentSummary, 'id' | 'uri'>[]): Promise<Map<string, DocumentState>>
  /** What a list can be narrowed to, by name. */
  listSources(): Promise<{ id: string; name: string }[]>
  /** What failed in the latest jobs and has not been taken in since, the latest first. */
  listFailed(options: {
    query?: string
    offset: number
    limit: number
  }): Promise<{ total: number; items: FailedItem[] }>
}
