import { ShuttenError } from '@shutten/core'

/** Also for one of another owner: the two are not told apart. */
export function conversationNotFound(): ShuttenError {
  return new ShuttenError({
    code: 'CONVERSATION_NOT_FOUND',
    message: 'There is no such conversation.',
    suggestion: 'Start a new one.',
  })
}
