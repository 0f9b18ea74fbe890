import { isShuttenError, ShuttenError } from '@shutten/core'

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
