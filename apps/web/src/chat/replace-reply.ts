import type { StoredTurn } from '@shutten/core'
import type { ChatMessage } from './chat-message'
import { toMessages } from './to-messages'

/** The messages with a kept turn as the answer to the last question, in place of what had come of it. */
export function replaceReply(messages: readonly ChatMessage[], turn: StoredTurn): ChatMessage[] {
  const asked = messages.findLastIndex(({ role }) => role === 'user')
  const [, reply] = toMessages([turn])
  return reply ? [...messages.slice(0, asked + 1), reply] : [...messages]
}
