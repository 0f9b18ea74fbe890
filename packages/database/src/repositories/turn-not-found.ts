import { ShuttenError } from '@shutten/core'

/** Also for one of another owner. */
export function turnNotFound(): ShuttenError {
  return new ShuttenError({
    code: 'TURN_NOT_FOUND',
    message: 'There is no such question in the conversation any more.',
    suggestion: 'Open the conversation again: it may have been changed elsewhere.',
  })
}
