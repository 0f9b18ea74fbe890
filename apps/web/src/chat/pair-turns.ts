import type { SearchFilters } from '@shutten/core'
import type { ChatMessage } from './chat-message'

export interface TurnMessages {
  id: string
  question: string
  reply: ChatMessage | undefined
  /** The turn it is kept as; null before it is. */
  turnId: string | null
  filters: SearchFilters | null
}

export function readText(message: Pick<ChatMessage, 'parts'>): string {
  return message.parts.map((part) => (part.type === 'text' ? part.text : '')).join('')
}

/** Each question with its reply, if there is one yet. */
export function pairTurns(messages: readonly ChatMessage[]): TurnMessages[] {
  const turns: TurnMessages[] = []
  for (const message of messages) {
    const last = turns.at(-1)
    if (message.role === 'user') {
      const filters = message.metadata?.filters ?? null
      turns.push({ id: message.id, question: readText(message), reply: undefined, turnId: null, filters })
    } else if (message.role === 'assistant' && last) {
      last.reply = message
      last.turnId = message.metadata?.turnId ?? null
    }
  }
  return turns
}
