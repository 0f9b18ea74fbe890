import { ShuttenError } from '@shutten/core'

/**
 * The request's body, at most `maxBytes`. It stops reading at the limit, whatever Content-Length claims.
 * Errors: REQUEST_TOO_LARGE.
 */
export async function readLimitedBody(options: {
  request: Request
  maxBytes: number
}): Promise<Uint8Array<ArrayBuffer>> {
  const { request, maxBytes } = options
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw tooLarge(maxBytes)
  const parts: Uint8Array[] = []
  let length = 0
  if (request.body) {
    const reader = request.body.getReader()
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      length += part.value.byteLength
      if (length > maxBytes) {
        await reader.cancel()
        throw tooLarge(maxBytes)
      }
      parts.push(part.value)
    }
  }
  const body = new Uint8Array(length)
  let offset = 0
  for (const part of parts) {
    body.set(part, offset)
    offset += part.byteLength
  }
  return body
}

function tooLarge(maxBytes: number): ShuttenError {
  const mebibytes = Math.floor(maxBytes / 1024 / 1024)
  return new ShuttenError({
    code: 'REQUEST_TOO_LARGE',
    message: `The request is larger than ${mebibytes} MiB.`,
    suggestion: 'Send less at a time; large files can be ingested with `pnpm shutten ingest` on the server.',
  })
}
