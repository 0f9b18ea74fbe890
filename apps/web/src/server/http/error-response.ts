import { type ShuttenError, toShuttenError } from '@shutten/core'
import { toPublicError } from './to-public-error'

/** Any error as `{error: {code, message, suggestion}}` with the status of core's error table. */
export function errorResponse(thrown: unknown): Response {
  const error = toShuttenError(thrown)
  return Response.json(
    { error: toPublicError(thrown) },
    { status: error.httpStatus, headers: { 'Cache-Control': 'no-store', ...retryAfter(error) } },
  )
}

function retryAfter(error: ShuttenError): Record<string, string> {
  const seconds = 'retryAfterSeconds' in error ? error.retryAfterSeconds : undefined
  return typeof seconds === 'number' ? { 'Retry-After': String(seconds) } : {}
}
