import type { StoredTurn, Turn } from '@shutten/core'
import type { ChatMessage } from './chat-message'

/** Stored turns as the messages the chat goes on from. */
export function toMessages(turns: readonly (Turn & Partial<Pick<StoredTurn, 'id'>>)[]): ChatMessage[] {
  return turns.flatMap(({ id, question, answer, filters }, index): ChatMessage[] => [
    {
      id: `question-${id ?? index}`,
      role: 'user',
      metadata: { filters: filters ?? null },
      parts: [{ type: 'text', text: question }],
    },
    {
      id: `answer-${id ?? index}`,
      role: 'assistant',
      metadata: { conversationId: answer.conversationId, ...(id !== undefined && { turnId: id }) },
      parts: [{ type: 'data-answer', id: 'answer', data: answer }],
    },
  ])
}
