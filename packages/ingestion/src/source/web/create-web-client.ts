import { Agent, fetch, type Headers } from 'undici'
import { createTooLargeError } from '../../decode/decode-text.js'
import { createGuardedLookup, isAllowedHost, type ResolveHost } from '../create-guarded-lookup.js'
import { assertFetchable } from './assert-fetchable.js'
import { toFetchError } from './to-fetch-error.js'

export interface WebRequest {
  url: URL
  headers?: Record<string, string>
  /** `host` or `host:port`, fetched although their addresses are not public. */
  allowedHosts: readonly string[]
  maxBytes: number
  /** Takes the first `maxBytes` of a body that is larger, which is an error otherwise. */
  isCutShort?: boolean
  timeoutMs: number
  signal?: AbortSignal
}

export interface WebResponse {
  status: number
  headers: Headers
  /** Decompressed; empty unless the status is a success. */
  bytes: Uint8Array
}

export interface WebClient {
  readonly userAgent: string
  /** One request, no redirects. Errors: SOURCE_FETCH_REFUSED, SOURCE_FETCH_FAILED, SOURCE_TOO_LARGE. Rejects with the signal's reason. */
  send(request: WebRequest): Promise<WebResponse>
  close(): Promise<void>
}

/**
 * Sends single requests, to public addresses or allowed hosts only: the address that was checked is the one that is
 * connected to. Each request has a connection of its own, so that no address outlives its check.
 */
export function createWebClient(options: { userAgent: string; resolveHost?: ResolveHost }): WebClient {
  const { userAgent, resolveHost } = options
  const createAgent = (isAllowed: boolean) =>
    new Agent({
      pipelining: 0,
      connect: { lookup: createGuardedLookup({ isAllowed, ...(resolveHost && { resolve: resolveHost }) }) },
    })
  const agents = { guarded: createAgent(false), allowed: createAgent(true) }

  return {
    userAgent,
    async send(request) {
      const { url, allowedHosts, timeoutMs, signal } = request
      signal?.throwIfAborted()
      assertFetchable(url, { allowedHosts })
      const limit = AbortSignal.timeout(timeoutMs)
      try {
        const response = await fetch(url, {
          dispatcher: isAllowedHost(url, allowedHosts) ? agents.allowed : agents.guarded,
          redirect: 'manual',
          signal: signal ? AbortSignal.any([signal, limit]) : limit,
          headers: { 'user-agent': userAgent, ...request.headers },
        })
        if (!response.ok) await response.body?.cancel()
        const bytes = response.ok ? await readBody({ body: response.body, headers: response.headers, request }) : empty
        return { status: response.status, headers: response.headers, bytes }
      } catch (error) {
        signal?.throwIfAborted()
        throw toFetchError({ error, uri: url.href, timeoutMs: limit.aborted ? timeoutMs : null })
      }
    },
    async close() {
      await Promise.all([agents.guarded.destroy(), agents.allowed.destroy()])
    },
  }
}

const empty = new Uint8Array()

async function readBody(options: {
  body: AsyncIterable<Uint8Array> | null
  headers: Headers
  request: WebRequest
}): Promise<Uint8Array> {
  const { body, headers, request } = options
  const { url, maxBytes, isCutShort = false } = request
  const declared = Number(headers.get('content-length'))
  if (declared > maxBytes && !isCutShort) throw createTooLargeError({ uri: url.href, bytes: declared, maxBytes })
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of body ?? []) {
    size += part.length
    if (size > maxBytes && !isCutShort) throw createTooLargeError({ uri: url.href, maxBytes })
    parts.push(part)
    if (size >= maxBytes && isCutShort) break
  }
  return Buffer.concat(parts).subarray(0, maxBytes)
}
