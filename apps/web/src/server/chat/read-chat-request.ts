import { parseQuestion, parseSearchFilters, type SearchFilters, ShuttenError } from '@shutten/core'
import type { ChatRequest } from './chat-request-schema'

/**
 * The question, what narrows it, and the conversation it goes on with: the one that is named, else that of the latest
 * answer. Errors: INPUT_INVALID, QUESTION_EMPTY, QUESTION_TOO_LONG, FILTER_INVALID.
 */
export function readChatRequest(request: ChatRequest): {
  question: string
  conversationId: string | null
  turnId: string | null
  replaces: { turnId: string; lastTurnId: string } | null
  filters: SearchFilters | null
} {
  const asked = request.messages.findLast((message) => message.role === 'user')
  if (!asked)
    throw new ShuttenError({
      code: 'INPUT_INVALID',
      message: 'There is no message of the role "user".',
      suggestion: 'Send the question as a message with a text part.',
    })
  const answered = request.messages.findLast((message) => message.role === 'assistant')
  const text = asked.parts.map((part) => (part.type === 'text' ? (part.text ?? '') : '')).join('')
  return {
    question: parseQuestion(text),
    conversationId: request.conversationId ?? answered?.metadata?.conversationId ?? null,
    turnId: request.turnId ?? null,
    replaces: request.replaces ?? null,
    filters: parseSearchFilters(request.filters),
  }
}
