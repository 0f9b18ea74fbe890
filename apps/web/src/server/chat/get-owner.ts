import { ShuttenError } from '@shutten/core'
import { findOwner } from '../session/find-owner'

/** Whose conversations are asked for. Errors: CONVERSATION_NOT_FOUND for a visitor without a session: there are none. */
export async function getOwner(): Promise<string> {
  const owner = await findOwner()
  if (owner !== null) return owner
  throw new ShuttenError({
    code: 'CONVERSATION_NOT_FOUND',
    message: 'There is no session that conversations could belong to.',
    suggestion: 'Ask a question: that begins one.',
  })
}
