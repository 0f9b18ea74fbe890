import type { Turn } from '@shutten/core'
import type { ChatMessage } from './chat-message'

/** Stored turns as the messages the chat goes on from. */
export function toMessages(turns: readonly Turn[]): ChatMessage[] {
  return turns.flatMap(({ question, answer }, index): ChatMessage[] => [
    { id: `question-${index}`, role: 'user', parts: [{ type: 'text', text: question }] },
    {
      id: `answer-${index}`,
      role: 'assistant',
      metadata: { conversationId: answer.conversationId },
      parts: [{ type: 'data-answer', id: 'answer', data: answer }],
    },
  ])
}
