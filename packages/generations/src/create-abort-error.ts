import { ShuttenError, toShuttenError } from '@shutten/core'

/** Why a signal was aborted, as an error: CANCELLED unless its reason says more. */
export function createAbortError(signal: AbortSignal | undefined): ShuttenError {
  const error = toShuttenError(signal?.reason)
  if (error.code !== 'INTERNAL') return error
  return new ShuttenError({
    code: 'CANCELLED',
    message: 'The build was cancelled.',
    suggestion: 'Start it again if that was not intended: what serves is untouched.',
    cause: signal?.reason,
  })
}
