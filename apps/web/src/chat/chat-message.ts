import type { Answer, AnswerEvent, AnswerSentence, Citation, SearchFilters } from '@shutten/core'
import type { UIMessage } from 'ai'

export type AnswerStage = Extract<AnswerEvent, { type: 'status' }>['stage']

/** What `POST /api/chat` sends beside the text, as the `data-…` parts of the AI SDK's message stream. */
export type ChatData = {
  /** Transient: not kept in the message. */
  status: { stage: AnswerStage }
  sentence: AnswerSentence & Pick<Extract<AnswerEvent, { type: 'sentence' }>, 'index' | 'layout'>
  citation: Citation
  /** The whole answer, once it is done: it replaces what came before it. */
  answer: Answer
}

export interface ChatMetadata {
  /** Where the answer is kept; a follow-up names it. */
  conversationId?: string | null
  /** The conversation that was asked for is not there any more: a new one was started. */
  restarted?: boolean
  /** Of an answer: the turn it is kept as. Of a question: the one its answer is to be kept as. */
  turnId?: string
  /** Of a question: what it was narrowed to. */
  filters?: SearchFilters | null
}

export type ChatMessage = UIMessage<ChatMetadata, ChatData>
