import type {
  AccountRepository,
  AnswerEvent,
  ConversationRepository,
  DocumentRepository,
  JobRepository,
  Language,
  SearchResponse,
  SettingsRepository,
} from '@shutten/core'

/** What the web application asks of everything behind it. */
export interface ShuttenServer {
  /**
   * Answers a question. Without a conversation id a conversation is started; its id comes with the `done` event.
   * Errors: QUESTION_EMPTY, QUESTION_TOO_LONG, CONVERSATION_NOT_FOUND, INDEX_EMPTY, CANCELLED.
   */
  ask(options: {
    question: string
    conversationId?: string | null
    /** Hash of the visitor's session: whose conversation it is. */
    owner: string
    signal?: AbortSignal
  }): AsyncIterable<AnswerEvent>
  search(options: { query: string; k?: number; signal?: AbortSignal }): Promise<SearchResponse>
  /** Questions that the sources can answer. */
  suggestions(options: { language: Language; count: number }): Promise<string[]>
  documents: DocumentRepository
  conversations: ConversationRepository
  jobs: JobRepository
  accounts: AccountRepository
  settings: SettingsRepository
  status(): Promise<ServerStatus>
}

export interface ServerStatus {
  /** Null before anything was indexed. */
  generation: string | null
  documents: number
  passages: number
  embedder: string
  reranker: string | null
  generator: string
}
