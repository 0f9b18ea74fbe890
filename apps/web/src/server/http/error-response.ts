import { randomUUID } from 'node:crypto'
import { type ErrorBody, type ShuttenError, toShuttenError } from '@shutten/core'

/**
 * Any error as `{error: {code, message, suggestion}}` with the status of core's error table.
 * What nobody foresaw becomes INTERNAL with a reference: the details go to the log, never to the client.
 */
export function errorResponse(thrown: unknown): Response {
  const error = toShuttenError(thrown)
  const body = error.code === 'INTERNAL' ? describeInternal(thrown) : error.toJSON()
  return Response.json(
    { error: body },
    { status: error.httpStatus, headers: { 'Cache-Control': 'no-store', ...retryAfter(error) } },
  )
}

function describeInternal(thrown: unknown): ErrorBody {
  const reference = randomUUID()
  const detail = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)
  process.stderr.write(`${JSON.stringify({ level: 'error', reference, detail })}\n`)
  return {
    code: 'INTERNAL',
    message: 'Something went wrong on the server.',
    suggestion: `Try again; if it stays so, look for ${reference} in the server's log.`,
  }
}

function retryAfter(error: ShuttenError): Record<string, string> {
  const seconds = 'retryAfterSeconds' in error ? error.retryAfterSeconds : undefined
  return typeof seconds === 'number' ? { 'Retry-After': String(seconds) } : {}
}
