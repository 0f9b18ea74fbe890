import type { StoredTurn } from './conversations.js'

/** A conversation as it was when its link was made, to be read by whoever has the link. */
export interface SharedConversation {
  /** 256 random bits in base64url: the secret part of the link. */
  token: string
  conversationId: string
  title: string
  turns: StoredTurn[]
  /** ISO 8601, UTC. */
  createdAt: string
  /** When it was last brought up to date. */
  updatedAt: string
}

export type ShareSummary = Pick<SharedConversation, 'token' | 'createdAt' | 'updatedAt'> & { turns: number }

/** Links to conversations: at most one a conversation. They go with their conversation. */
export interface ShareRepository {
  /** Takes the conversation as it stands: under a new link, or under the one that there is. Errors: CONVERSATION_NOT_FOUND. */
  save(options: { conversationId: string; owner: string }): Promise<ShareSummary>
  find(token: string): Promise<SharedConversation | null>
  findOf(options: { conversationId: string; owner: string }): Promise<ShareSummary | null>
  /** The link leads nowhere from then on. */
  remove(options: { conversationId: string; owner: string }): Promise<void>
}
