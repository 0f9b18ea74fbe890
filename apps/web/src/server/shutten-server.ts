import type {
  AccountRepository,
  AnswerEvent,
  AnswerLogRepository,
  ConversationRepository,
  DocumentBrowser,
  DocumentRepository,
  ExclusionRepository,
  FeedbackRepository,
  GenerationHistory,
  GenerationSummary,
  JobItemRepository,
  JobRepository,
  Language,
  LeaseRepository,
  PassageEditRepository,
  PasskeyRepository,
  QuarantineRepository,
  SearchFilters,
  SearchResponse,
  SettingsRepository,
  ShareRepository,
} from '@shutten/core'
import type { listNextRuns, ReleasedDocuments, SourceManager, SourcePreviewer } from '@shutten/ingestion/sources'
import type { Explorer } from '@shutten/retrieval'
import type { Scopes } from '../chat/collect-scopes'
import type { Inspector } from './documents/create-inspector'
import type { PassageEditor } from './documents/create-passage-editor'
import type { Gaps } from './gaps/create-gaps'
import type { StagedUploads } from './http/staged-uploads'
import type { Quality } from './quality/create-quality'
import type { Administration } from './settings/administration'

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
    /** Id that the turn gets. */
    turnId?: string
    /** The turn that gives way to this one, with those after it. Errors: TURN_NOT_FOUND, CONVERSATION_CHANGED. */
    replaces?: { turnId: string; lastTurnId: string } | null
    /** Ends the answer and keeps what has come. */
    stop?: AbortSignal
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
  /** A query through every stage of search and the gate, of any generation that is kept. */
  explore: Explorer['explore']
  /** Questions of several kinds that the sources answer, each of which was tried. */
  suggestions(options: { language: Language }): Promise<string[]>
  documents: DocumentRepository
  /** The documents as an administrator looks through them. */
  documentBrowser: DocumentBrowser
  /** A document as it is stored and cut; what of it is kept from being found. */
  inspector: Inspector
  exclusions: ExclusionRepository
  /** Words in place of a passage's. */
  editor: PassageEditor
  edits: PassageEditRepository
  answerLog: AnswerLogRepository
  /** Golden questions and what they came to. */
  quality: Quality
  /** What readers asked and the sources did not answer. */
  gaps: Gaps
  generationHistory: GenerationHistory
  conversations: ConversationRepository
  feedback: FeedbackRepository
  shares: ShareRepository
  /** What questions can be narrowed to, by the serving generation. */
  scopes(): Promise<Scopes>
  jobs: JobRepository
  jobItems: JobItemRepository
  quarantine: QuarantineRepository
  sources: SourceManager
  /** What a source would take in, before it is saved. */
  previewSource: SourcePreviewer['preview']
  /** When a schedule runs next. */
  listNextRuns: typeof listNextRuns
  /** Who works jobs off. */
  leases: Pick<LeaseRepository, 'findHolder'>
  stagedUploads: StagedUploads
  /** Takes a document in that was held back; gives the id of the job. Errors: DOCUMENT_NOT_FOUND. */
  release(quarantineId: string): Promise<string>
  /** Takes several in, by few jobs; `textHash` is that of the content that was looked at. */
  releaseAll(documents: readonly { id: string; textHash?: string | undefined }[]): Promise<ReleasedDocuments>
  accounts: AccountRepository
  settings: SettingsRepository
  passkeys: PasskeyRepository
  /** How browsers reach this server, where configured. */
  origin: string | null
  /** What the settings of the administration are kept in, and tried with. */
  administration: Administration
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
