import { randomUUID } from 'node:crypto'
import { type ErrorBody, toShuttenError } from '@shutten/core'

/**
 * What a client may know of whatever was thrown. What nobody foresaw becomes INTERNAL with a reference: the details
 * go to the log, never to the client.
 */
export function toPublicError(thrown: unknown): ErrorBody {
  const error = toShuttenError(thrown)
  if (error.code !== 'INTERNAL') return error.toJSON()
  const reference = randomUUID()
  const detail = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)
  process.stderr.write(`${JSON.stringify({ level: 'error', reference, detail })}\n`)
  return {
    code: 'INTERNAL',
    message: 'Something went wrong on the server.',
    suggestion: `Try again; if it stays so, look for ${reference} in the server's log.`,
  }
}
