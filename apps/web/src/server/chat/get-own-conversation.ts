import { type Conversation, ShuttenError } from '@shutten/core'
import type { ShuttenServer } from '@/server/shutten-server'
import { getOwner } from './get-owner'

/** A conversation of whoever asks. Errors: CONVERSATION_NOT_FOUND. */
export async function getOwnConversation(options: { server: ShuttenServer; id: string }): Promise<Conversation> {
  const { server, id } = options
  const conversation = await server.conversations.find({ id, owner: await getOwner() })
  if (conversation) return conversation
  throw new ShuttenError({
    code: 'CONVERSATION_NOT_FOUND',
    message: 'There is no such conversation.',
    suggestion: 'Start a new one.',
  })
}
