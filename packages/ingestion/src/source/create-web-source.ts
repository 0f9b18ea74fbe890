import { isShuttenError, ShuttenError } from '@shutten/core'
import ipaddr from 'ipaddr.js'
import { Agent, fetch, type Response } from 'undici'
import { createTooLargeError } from '../decode/decode-text.js'
import { createGuardedLookup, createRefusal, isAllowedHost, type ResolveHost } from './create-guarded-lookup.js'
import { isPublicAddress } from './is-public-address.js'
import { readContentType } from './media-types.js'
import type { Source, SourceBytes } from './source.js'

const maxRedirects = 5

export interface FetchLimits {
  maxBytes: number
  timeoutMs: number
  allowedHosts: readonly string[]
  resolve?: ResolveHost
}

/** A page of the web as a source. Its URI is the address that was asked for, without a fragment. */
export function createWebSource(options: { address: string } & FetchLimits): Source {
  const start = new URL(options.address)
  start.hash = ''
  return {
    uri: start.href,
    async read({ signal } = {}) {
      signal?.throwIfAborted()
      const limit = AbortSignal.timeout(options.timeoutMs)
      try {
        return await fetchPage({ start, limits: options, signal: signal ? AbortSignal.any([signal, limit]) : limit })
      } catch (error) {
        signal?.throwIfAborted()
        throw toFetchError({ error, uri: start.href, isTimedOut: limit.aborted, timeoutMs: options.timeoutMs })
      }
    },
  }
}

async function fetchPage(options: { start: URL; limits: FetchLimits; signal: AbortSignal }): Promise<SourceBytes> {
  const { start, limits, signal } = options
  let url = start
  for (let hop = 0; hop <= maxRedirects; hop++) {
    const isAllowed = isAllowedHost(url, limits.allowedHosts)
    assertFetchable(url, isAllowed)
    const dispatcher = new Agent({
      connect: { lookup: createGuardedLookup({ isAllowed, ...(limits.resolve && { resolve: limits.resolve }) }) },
    })
    try {
      const response = await fetch(url, {
        dispatcher,
        redirect: 'manual',
        signal,
        headers: {
          accept: 'text/html, text/markdown, text/plain, text/csv;q=0.9, */*;q=0.1',
          'user-agent': 'Shutten (article ingestion)',
        },
      })
      const target = response.status >= 300 && response.status < 400 ? response.headers.get('location') : null
      if (target === null) return await readResponse({ response, url, start, limits })
      await response.body?.cancel()
      url = new URL(target, url)
    } finally {
      await dispatcher.destroy()
    }
  }
  throw createFetchError(start.href, `it was redirected more than ${maxRedirects} times`)
}

function assertFetchable(url: URL, isAllowed: boolean): void {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const isWeb = url.protocol === 'http:' || url.protocol === 'https:'
  if (!isWeb || url.username || url.password)
    throw new ShuttenError({
      code: 'SOURCE_FETCH_REFUSED',
      message: `${isWeb ? 'An address with a user name' : url.protocol} is not fetched.`,
      suggestion: 'Give an http or https address without a user name and password.',
    })
  // A literal address is connected to without a lookup.
  if (!isAllowed && ipaddr.isValid(host) && !isPublicAddress(host)) throw createRefusal(host)
}

async function readResponse(options: {
  response: Response
  url: URL
  start: URL
  limits: FetchLimits
}): Promise<SourceBytes> {
  const { response, url, start, limits } = options
  const { maxBytes } = limits
  const uri = start.href
  if (response.status === 404 || response.status === 410)
    throw new ShuttenError({
      code: 'SOURCE_NOT_FOUND',
      message: `${uri} is not there (HTTP ${response.status}).`,
      suggestion: 'Open the address in a browser to see whether it has moved.',
    })
  if (!response.ok) throw createFetchError(uri, `the server answered HTTP ${response.status}`)
  const header = response.headers.get('content-type')
  const { mediaType, charset, supported } = readContentType({ header, address: url.pathname })
  if (!supported)
    throw new ShuttenError({
      code: 'SOURCE_TYPE_UNSUPPORTED',
      message: `${uri} is ${header?.split(';')[0]}, which is not read.`,
      suggestion: 'Text, Markdown, HTML and CSV are read. Convert it first.',
    })
  const declared = Number(response.headers.get('content-length'))
  if (declared > maxBytes) throw createTooLargeError({ uri, bytes: declared, maxBytes })
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of response.body ?? []) {
    size += part.length
    if (size > maxBytes) throw createTooLargeError({ uri, maxBytes })
    parts.push(part)
  }
  return { bytes: Buffer.concat(parts), mediaType, charset }
}

function toFetchError(options: { error: unknown; uri: string; isTimedOut: boolean; timeoutMs: number }): ShuttenError {
  const { error, uri, isTimedOut, timeoutMs } = options
  // `fetch` wraps what the connection threw, once or twice.
  for (let cause = error; cause instanceof Error; cause = cause.cause) if (isShuttenError(cause)) return cause
  if (isTimedOut) return createFetchError(uri, `it did not arrive within ${timeoutMs / 1_000} seconds`, error)
  const cause = (error as Error).cause
  const reason = (cause as NodeJS.ErrnoException | undefined)?.code ?? cause ?? (error as Error)
  return createFetchError(uri, reason instanceof Error ? reason.message : String(reason), error)
}

function createFetchError(uri: string, reason: string, cause?: unknown): ShuttenError {
  return new ShuttenError({
    code: 'SOURCE_FETCH_FAILED',
    message: `${uri} could not be fetched: ${reason}.`,
    suggestion: 'Try again later, or save the page as a file and ingest that.',
    cause,
  })
}
