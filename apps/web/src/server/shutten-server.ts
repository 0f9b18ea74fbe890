import type {
  AccountRepository,
  AnswerEvent,
  ConversationRepository,
  DocumentRepository,
  GenerationSummary,
  JobItemRepository,
  JobRepository,
  Language,
  QuarantineRepository,
  SearchFilters,
  SearchResponse,
  SettingsRepository,
} from '@shutten/core'
import type { SourceManager } from '@shutten/ingestion/sources'

/** What the web application asks of everything behind it. */
export interface ShuttenServer {
  /**
   * Answers a question. Without a conversation id a conversation is started; its id comes with the `done` event.
   * Errors: QUESTION_EMPTY, QUESTION_TOO_LONG, FILTER_INVALID, CONVERSATION_NOT_FOUND, INDEX_EMPTY,
   * GENERATION_NOT_FOUND, CANCELLED.
   */
  ask(options: {
    question: string
    conversationId?: string | null
    /** Hash of the visitor's session: whose conversation it is. */
    owner: string
    filters?: SearchFilters | null
    signal?: AbortSignal
  }): AsyncIterable<AnswerEvent>
  search(options: {
    query: string
    k?: number
    filters?: SearchFilters | null
    /** Milliseconds that reranking may take. */
    rerankBudgetMs?: number
    signal?: AbortSignal
  }): Promise<SearchResponse>
  /** Questions that the sources can answer. */
  suggestions(options: { language: Language; count: number }): Promise<string[]>
  documents: DocumentRepository
  conversations: ConversationRepository
  jobs: JobRepository
  jobItems: JobItemRepository
  quarantine: QuarantineRepository
  sources: SourceManager
  /** Takes a document in that was held back; gives the id of the job. Errors: DOCUMENT_NOT_FOUND. */
  release(quarantineId: string): Promise<string>
  accounts: AccountRepository
  settings: SettingsRepository
  status(): Promise<ServerStatus>
  /** The generations that serve or can serve again. */
  listGenerations(): Promise<GenerationSummary[]>
}

export interface ServerStatus {
  /** Null before anything was indexed. */
  generation: string | null
  documents: number
  passages: number
  /** Those of the passages that say what another says, and are found by it. */
  linked: number
  embedder: string
  reranker: string | null
  generator: string
}
