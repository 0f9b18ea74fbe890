import { ShuttenError } from '@shutten/core'

/** A server that asks for patience. `retryAt`: milliseconds since 1970. */
export class RateLimitError extends ShuttenError {
  readonly retryAt: number
  /** The host had asked for patience before, and was not asked this time. */
  readonly isPutOff: boolean

  constructor(options: { uri: string; retryAt: number; reason: string; isPutOff?: boolean }) {
    super({
      code: 'SOURCE_RATE_LIMITED',
      message: `${options.uri} was not fetched: ${options.reason}, not before ${new Date(options.retryAt).toISOString()}.`,
      suggestion: 'It is tried again at the next run; make the schedule rarer or the gap between requests longer.',
    })
    this.retryAt = options.retryAt
    this.isPutOff = options.isPutOff ?? false
  }
}
