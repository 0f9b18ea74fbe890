import { ShuttenError } from '@shutten/core'
import type { z } from 'zod'
import { parseInput } from './parse-input'
import { readLimitedBody } from './read-limited-body'

/** Bytes of the largest JSON body of an ordinary request. */
const maxJsonBytes = 1024 * 1024

/**
 * A request's JSON body, checked. The body is read no further than the limit (1 MiB).
 * Errors: INPUT_INVALID (another media type, not UTF-8, not JSON, not of the schema), REQUEST_TOO_LARGE.
 */
export async function readJson<T extends z.ZodType>(options: {
  request: Request
  schema: T
  maxBytes?: number
  /** A request without a body counts as `{}`. */
  optional?: boolean | undefined
}): Promise<z.infer<T>> {
  const { request, schema, maxBytes = maxJsonBytes, optional = false } = options
  const body = await readLimitedBody({ request, maxBytes })
  if (optional && body.byteLength === 0) return parseInput({ schema, input: {}, what: 'body' })
  const mediaType = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? ''
  // A form can be posted across origins without a preflight; JSON cannot.
  if (mediaType !== 'application/json')
    throw new ShuttenError({
      code: 'INPUT_INVALID',
      message: `The body's media type is ${mediaType === '' ? 'missing' : `“${mediaType.slice(0, 100)}”`}.`,
      suggestion: 'Send JSON with the header `Content-Type: application/json`.',
    })
  return parseInput({ schema, input: parseJson(body), what: 'body' })
}

function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch (cause) {
    throw new ShuttenError({
      code: 'INPUT_INVALID',
      message: body.byteLength === 0 ? 'The body is empty.' : 'The body is not valid JSON in UTF-8.',
      suggestion: 'Send one JSON object.',
      cause,
    })
  }
}
