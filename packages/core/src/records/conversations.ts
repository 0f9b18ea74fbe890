import type { Answer } from '../answers/answer.js'
import type { SearchFilters } from '../retrieval/search-filters.js'

export interface Turn {
  question: string
  answer: Answer
  /** What the question was narrowed to; null or absent: to nothing. */
  filters?: SearchFilters | null
}

export interface StoredTurn extends Turn {
  /** Its own in all conversations. */
  id: string
  /** ISO 8601, UTC. */
  createdAt: string
}

export interface Conversation {
  id: string
  title: string
  /** ISO 8601, UTC; null for one that is not pinned. */
  pinnedAt: string | null
  createdAt: string
  updatedAt: string
  turns: StoredTurn[]
}

export type ConversationSummary = Omit<Conversation, 'turns'>

export interface ConversationRepository {
  /** Starts one for its owner (a hash of the visitor's session, `account:` and its id, or `cli`), or gives the one that is there. */
  create(options: { owner: string; title: string; id?: string }): Promise<Conversation>
  find(options: { id: string; owner: string }): Promise<Conversation | null>
  /**
   * Pinned ones first, then the last used. `query`: each of its words stands in the title, a question or an answer, width
   * and case folded.
   */
  list(options: {
    owner: string
    query?: string
    offset?: number
    limit?: number
  }): Promise<{ total: number; conversations: ConversationSummary[] }>
  /** Errors: CONVERSATION_NOT_FOUND. */
  rename(options: { id: string; owner: string; title: string }): Promise<void>
  /** Errors: CONVERSATION_NOT_FOUND. */
  pin(options: { id: string; owner: string; isPinned: boolean }): Promise<void>
  /**
   * Puts a turn at the end, or in the place of `replaces.turnId` and all that came after it. `replaces.lastTurnId` is the
   * last turn that whoever asks for that has seen.
   * Errors: CONVERSATION_NOT_FOUND; TURN_NOT_FOUND; CONVERSATION_CHANGED when another turn has become the last.
   */
  addTurn(options: {
    conversationId: string
    turn: Turn
    /** Made here unless given. */
    id?: string
    replaces?: { turnId: string; lastTurnId: string } | null
  }): Promise<StoredTurn>
  findTurn(options: { id: string; owner: string }): Promise<{ conversationId: string; turn: StoredTurn } | null>
  /** With its turns, the feedback on them and the link that shares it. */
  remove(options: { id: string; owner: string }): Promise<void>
  /** All of an owner, as `remove` does; gives how many. */
  removeAll(options: { owner: string }): Promise<number>
  /** All of one owner become another's; gives how many. */
  transfer(options: { from: string; to: string }): Promise<number>
  /** How many were last used before then. */
  countOlder(before: Date): Promise<number>
  /** Removes some of those, as `remove` does, the oldest first; gives how many. */
  removeOlder(options: { before: Date; limit: number }): Promise<number>
}
