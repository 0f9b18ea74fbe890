import { ShuttenError, type SourceValidators } from '@shutten/core'
import type { ResolveHost } from '../create-guarded-lookup.js'
import { assertFetchable } from './assert-fetchable.js'
import { createHostQueue } from './create-host-queue.js'
import { createRobotsCache } from './create-robots-cache.js'
import { createWebClient, type WebResponse } from './create-web-client.js'
import type { FetchEvent } from './fetch-event.js'
import { RateLimitError } from './rate-limit-error.js'
import { readRetryAfter } from './read-retry-after.js'
import { createConditions, readValidators } from './read-validators.js'
import { type SourceClock, systemClock } from './source-clock.js'
import { createFetchError } from './to-fetch-error.js'

export interface FetchRequest {
  address: string
  /** Of the last answer; a server that finds nothing changed sends no body. */
  validators?: SourceValidators | null
  /** `host` or `host:port`, fetched although their addresses are not public. */
  allowedHosts: readonly string[]
  limits: { maxBytes: number; timeoutMs: number; minGapMs: number }
  accept: string
  /** Told what is met on the way. */
  onEvent?: (event: FetchEvent) => void
  signal?: AbortSignal
}

export type FetchResult =
  | {
      status: 'fetched'
      /** The address that answered, after redirects. */
      uri: string
      bytes: Uint8Array
      /** The Content-Type header. */
      contentType: string | null
      validators: SourceValidators | null
    }
  | { status: 'not-modified'; uri: string; validators: SourceValidators }

export interface WebFetcher {
  /**
   * Fetches a page as a polite crawler does: as robots.txt allows, one request at a time for each host and a gap after
   * it, waiting where the server asks for it. Each redirect has to pass the same rules as the first address.
   *
   * Errors: SOURCE_NOT_FOUND (404, 410), SOURCE_ROBOTS_REFUSED, SOURCE_FETCH_REFUSED, SOURCE_RATE_LIMITED (a
   * `RateLimitError`), SOURCE_FETCH_FAILED, SOURCE_TOO_LARGE. Rejects with the signal's reason.
   */
  fetch(request: FetchRequest): Promise<FetchResult>
  /**
   * Whether robots.txt allows an address, which itself is not fetched. Errors: SOURCE_FETCH_REFUSED, SOURCE_FETCH_FAILED and
   * SOURCE_RATE_LIMITED where the rules cannot be had. Rejects with the signal's reason.
   */
  isAllowed(request: Pick<FetchRequest, 'address' | 'allowedHosts' | 'limits' | 'signal'>): Promise<boolean>
  close(): Promise<void>
}

const maxRedirects = 5
/** How often one address is asked that answers 429 or 503. */
const maxTries = 3
/** Milliseconds to wait where such an answer does not say; doubled with each try. */
const firstBackOffMs = 2_000
/** The longest that a host can put itself off for. */
const maxPostponedMs = 24 * 60 * 60_000

export interface WebFetcherOptions {
  /** The name that robots.txt knows the crawler by. */
  productToken?: string
  /** The User-Agent header; begins with the product token. */
  userAgent?: string
  /** The longest wait, in milliseconds, that a server may ask for within one call; what waits longer lets other jobs go first. */
  maxWaitMs?: number
  /** The longest `Crawl-delay`, in milliseconds, that is honoured. */
  maxCrawlDelayMs?: number
  clock?: SourceClock
  resolveHost?: ResolveHost
}

export function createWebFetcher(options: WebFetcherOptions = {}): WebFetcher {
  const { productToken = 'Shutten', clock = systemClock, maxWaitMs = 4_000, maxCrawlDelayMs = 30_000 } = options
  const { userAgent = `${productToken} (article ingestion)`, resolveHost } = options
  const client = createWebClient({ userAgent, ...(resolveHost && { resolveHost }) })
  const queue = createHostQueue({ clock, maxWaitMs })
  const robots = createRobotsCache({ client, queue, clock, productToken })

  /** One address, asked again while it answers 429 or 503 and the wait is bearable. */
  const ask = async (url: URL, request: FetchRequest): Promise<WebResponse> => {
    const { allowedHosts, limits, signal } = request
    const call = { url, allowedHosts, timeoutMs: limits.timeoutMs, ...(signal && { signal }) }
    const rules = await robots.get(call)
    const isAllowed = rules.isAllowed(url.pathname + url.search)
    request.onEvent?.({ of: 'robots', uri: url.href, isAllowed })
    if (!isAllowed) throw createRobotsError(url)
    const gapMs = Math.max(limits.minGapMs, Math.min(rules.crawlDelayMs ?? 0, maxCrawlDelayMs))
    const headers = { accept: request.accept, ...createConditions({ url, validators: request.validators ?? null }) }
    for (let tries = 1; ; tries++) {
      const response = await queue
        .run({ url, gapMs, ...(signal && { signal }) }, async () => {
          const answer = await client.send({ ...call, headers, maxBytes: limits.maxBytes })
          const { status, bytes } = answer
          const contentType = answer.headers.get('content-type')
          request.onEvent?.({ of: 'answer', uri: url.href, status, contentType, bytes: bytes.length })
          if (isBusy(answer)) {
            const asked = readRetryAfter({ header: answer.headers.get('retry-after'), now: clock.now() })
            const waitMs = Math.min(asked ?? firstBackOffMs * 2 ** (tries - 1), maxPostponedMs)
            queue.postpone({ url, until: clock.now() + waitMs })
            if (tries >= maxTries)
              throw new RateLimitError({
                uri: url.href,
                retryAt: clock.now() + waitMs,
                reason: `the server answered HTTP ${answer.status}`,
              })
          }
          return answer
        })
        .catch((error: unknown) => {
          // It was asked by this very call, which did not get its turn again.
          if (tries === 1 || !(error instanceof RateLimitError)) throw error
          const { retryAt } = error
          throw new RateLimitError({ uri: url.href, retryAt, reason: 'the server asked for patience' })
        })
      if (!isBusy(response)) return response
    }
  }

  return {
    async fetch(request) {
      const start = new URL(request.address)
      start.hash = ''
      let url = start
      for (let hop = 0; hop <= maxRedirects; hop++) {
        assertFetchable(url, request)
        const response = await ask(url, request)
        const location = findRedirect(response)
        if (location === null) return toResult({ response, url, start, sent: request.validators ?? null })
        if (!URL.canParse(location, url.href))
          throw createFetchError(start.href, 'it was redirected to no valid address')
        url = new URL(location, url)
        url.hash = ''
      }
      throw createFetchError(start.href, `it was redirected more than ${maxRedirects} times`)
    },
    async isAllowed({ address, allowedHosts, limits, signal }) {
      const url = new URL(address)
      assertFetchable(url, { allowedHosts })
      const rules = await robots.get({ url, allowedHosts, timeoutMs: limits.timeoutMs, ...(signal && { signal }) })
      return rules.isAllowed(url.pathname + url.search)
    },
    close: () => client.close(),
  }
}

const isBusy = ({ status }: WebResponse) => status === 429 || status === 503

function findRedirect({ status, headers }: WebResponse): string | null {
  return [301, 302, 303, 307, 308].includes(status) ? headers.get('location') : null
}

function toResult(options: {
  response: WebResponse
  url: URL
  start: URL
  sent: SourceValidators | null
}): FetchResult {
  const { response, url, start, sent } = options
  const { status, headers, bytes } = response
  const validators = readValidators({ url, headers })
  if (status === 304 && sent?.uri === url.href)
    return {
      status: 'not-modified',
      uri: url.href,
      validators: {
        uri: url.href,
        etag: validators?.etag ?? sent.etag,
        lastModified: validators?.lastModified ?? sent.lastModified,
      },
    }
  if (status === 404 || status === 410)
    throw new ShuttenError({
      code: 'SOURCE_NOT_FOUND',
      message: `${start.href} is not there (HTTP ${status}).`,
      suggestion: 'Open the address in a browser to see whether it has moved.',
    })
  // 206 was not asked for and holds a part only.
  if (status < 200 || status >= 300 || status === 206)
    throw createFetchError(start.href, `the server answered HTTP ${status}`)
  return { status: 'fetched', uri: url.href, bytes, contentType: headers.get('content-type'), validators }
}

function createRobotsError(url: URL): ShuttenError {
  return new ShuttenError({
    code: 'SOURCE_ROBOTS_REFUSED',
    message: `${url.href} is not fetched: the robots.txt of ${url.host} does not allow it.`,
    suggestion: 'Ask the site to allow it, or save the page as a file and ingest that.',
  })
}
