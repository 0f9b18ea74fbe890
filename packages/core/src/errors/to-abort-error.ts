import { isShuttenError, type ShuttenError } from './shutten-error.js'
import { toShuttenError } from './to-shutten-error.js'

/** What a call rejects with when its signal has fired: TIMED_OUT for a time limit, a ShuttenError given as the reason, CANCELLED otherwise. */
export function toAbortError(signal: AbortSignal): ShuttenError {
  const { reason } = signal
  const known = isShuttenError(reason) || (reason instanceof Error && reason.name === 'TimeoutError')
  return toShuttenError(known ? reason : new DOMException('The request was cancelled.', 'AbortError'))
}
