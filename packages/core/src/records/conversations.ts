import type { Answer } from '../answers/answer.js'

export interface Turn {
  question: string
  answer: Answer
}

export interface Conversation {
  id: string
  title: string
  /** ISO 8601, UTC. */
  createdAt: string
  updatedAt: string
  turns: Turn[]
}

export interface ConversationRepository {
  /** Starts one for its owner (a hash of the visitor's session, or `cli`), or gives the one that is there. */
  create(options: { owner: string; title: string; id?: string }): Promise<Conversation>
  find(options: { id: string; owner: string }): Promise<Conversation | null>
  list(options: { owner: string; limit?: number }): Promise<Omit<Conversation, 'turns'>[]>
  addTurn(options: { conversationId: string; turn: Turn }): Promise<void>
  remove(options: { id: string; owner: string }): Promise<void>
}
