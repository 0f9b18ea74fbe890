import { isShuttenError, untilAborted } from '@shutten/core'
import { isAllowedHost } from '../create-guarded-lookup.js'
import type { HostQueue } from './create-host-queue.js'
import type { WebClient } from './create-web-client.js'
import { everythingAllowed, parseRobots, type RobotsRules } from './parse-robots.js'
import { RateLimitError } from './rate-limit-error.js'
import type { SourceClock } from './source-clock.js'
import { createFetchError } from './to-fetch-error.js'

export interface RobotsCache {
  /**
   * The rules for an address, from the robots.txt of its host. Errors: SOURCE_FETCH_REFUSED when the host may not be
   * asked, SOURCE_FETCH_FAILED when it cannot say now what it allows (5xx, 429, no answer): nothing is then.
   */
  get(options: {
    url: URL
    allowedHosts: readonly string[]
    timeoutMs: number
    signal?: AbortSignal
  }): Promise<RobotsRules>
}

interface Entry {
  /** Null when the host could not say. */
  rules: RobotsRules | null
  reason: string
  expiresAt: number
}

// RFC 9309, sections 2.3.1.2, 2.4 and 2.5.
const maxRedirects = 5
const keptMs = 24 * 60 * 60_000
const maxBytes = 512 * 1024
/** How long a host that could not say is not asked again. */
const unavailableMs = 10 * 60_000
const maxEntries = 1_000

export function createRobotsCache(options: {
  client: WebClient
  queue: HostQueue
  clock: SourceClock
  productToken: string
}): RobotsCache {
  const { client, queue, clock, productToken } = options
  const entries = new Map<string, Entry>()
  const underWay = new Map<string, Promise<Entry>>()

  type Call = Parameters<RobotsCache['get']>[0]

  const load = async ({ url: page, allowedHosts, timeoutMs }: Call): Promise<Entry> => {
    const expiresAt = clock.now() + keptMs
    let url = new URL('/robots.txt', page)
    try {
      for (let hop = 0; hop <= maxRedirects; hop++) {
        const { status, headers, bytes } = await queue.run({ url, gapMs: 0, isCounted: false }, () =>
          client.send({ url, allowedHosts, timeoutMs, maxBytes, isCutShort: true }),
        )
        const location = status >= 300 && status < 400 ? headers.get('location') : null
        if (location !== null && URL.canParse(location, url.href)) {
          url = new URL(location, url)
          continue
        }
        if (status === 429 || status >= 500) return createUnavailable(`HTTP ${status}`)
        const text = status < 300 ? new TextDecoder().decode(bytes) : null
        return { rules: text === null ? everythingAllowed : parseRobots({ text, productToken }), reason: '', expiresAt }
      }
      return { rules: everythingAllowed, reason: '', expiresAt }
    } catch (error) {
      if (!isShuttenError(error) || error instanceof RateLimitError) throw error
      // The host of the page itself may not be asked, which is the page's own refusal.
      if (error.code === 'SOURCE_FETCH_REFUSED' && url.host === page.host) throw error
      return createUnavailable(error.message.replace(/\.$/, ''))
    }
  }
  const createUnavailable = (reason: string): Entry => ({
    rules: null,
    reason,
    expiresAt: clock.now() + unavailableMs,
  })
  const renew = async (key: string, call: Call): Promise<Entry> => {
    const entry = await load(call)
    const before = entries.get(key)
    // Old rules hold on while the host cannot say what the new ones are.
    const kept = entry.rules === null && before?.rules ? { ...entry, rules: before.rules } : entry
    entries.delete(key)
    const [oldest] = entries.keys()
    if (oldest !== undefined && entries.size >= maxEntries) entries.delete(oldest)
    entries.set(key, kept)
    return kept
  }

  return {
    async get(call) {
      const { url, allowedHosts, signal } = call
      signal?.throwIfAborted()
      const key = `${url.origin} ${isAllowedHost(url, allowedHosts)}`
      let entry = entries.get(key)
      if (!entry || entry.expiresAt <= clock.now()) {
        // Shared by all who ask meanwhile, so the signal of one of them does not end it.
        let renewal = underWay.get(key)
        if (!renewal) {
          renewal = renew(key, call).finally(() => underWay.delete(key))
          underWay.set(key, renewal)
        }
        entry = await untilAborted({ work: renewal, signal })
      }
      if (entry.rules) return entry.rules
      throw createFetchError(
        url.href,
        `the robots.txt of ${url.host} cannot be had now (${entry.reason}), so nothing of it is fetched`,
      )
    },
  }
}
