import { isShuttenError, ShuttenError } from '@shutten/core'

/** A server that asks for patience. `retryAt`: milliseconds since 1970. */
export class RateLimitError extends ShuttenError {
  readonly retryAt: number

  constructor(options: { uri: string; retryAt: number; reason: string }) {
    super({
      code: 'SOURCE_RATE_LIMITED',
      message: `${options.uri} was not fetched: ${options.reason}, not before ${new Date(options.retryAt).toISOString()}.`,
      suggestion: 'It is tried again at the next run; make the schedule rarer or the gap between requests longer.',
    })
    this.retryAt = options.retryAt
  }
}

export function createFetchError(uri: string, reason: string, cause?: unknown): ShuttenError {
  return new ShuttenError({
    code: 'SOURCE_FETCH_FAILED',
    message: `${uri} could not be fetched: ${reason}.`,
    suggestion: 'Try again later, or save the page as a file and ingest that.',
    cause,
  })
}

/** The coded error of a request that came to nothing. `fetch` wraps what the connection threw, once or twice. */
export function toFetchError(options: { error: unknown; uri: string; timeoutMs: number | null }): ShuttenError {
  const { error, uri, timeoutMs } = options
  for (let cause = error; cause instanceof Error; cause = cause.cause) if (isShuttenError(cause)) return cause
  if (timeoutMs !== null) return createFetchError(uri, `it did not arrive within ${timeoutMs / 1_000} seconds`, error)
  const cause = (error as Error).cause
  const reason = (cause as NodeJS.ErrnoException | undefined)?.code ?? cause ?? (error as Error)
  return createFetchError(uri, reason instanceof Error ? reason.message : String(reason), error)
}
