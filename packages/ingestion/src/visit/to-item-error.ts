import { type ErrorCode, type ItemFailure, ShuttenError } from '@shutten/core'

/** A failure as the worklist takes it. `retryAt`: ISO 8601, where a server asked for patience. */
export function toItemError(options: {
  failure: ItemFailure
  retryAt?: string | null
  /** The server was not asked, for it had asked for patience before. */
  isPutOff?: boolean
}): ShuttenError {
  const { failure, retryAt = null, isPutOff = false } = options
  const { code, message, suggestion = '' } = failure
  const error = new ShuttenError({ code: code as ErrorCode, message, suggestion })
  return retryAt === null ? error : Object.assign(error, { retryAt: Date.parse(retryAt), isPutOff })
}
