import { ShuttenError } from '@shutten/core'

export interface RateLimiter {
  /** Counts one attempt. Errors: RATE_LIMITED, when the window is full; such an attempt is not counted. */
  take(key: string): void
  /** Forgets the attempts of a key. */
  reset(key: string): void
}

/**
 * A sliding window in memory: at most `limit` attempts of a key in any `windowMs`.
 * Keeps at most `maxKeys` keys; beyond that those that were silent the longest are forgotten.
 */
export function createRateLimiter(options: {
  limit: number
  windowMs: number
  maxKeys?: number
  now?: () => number
}): RateLimiter {
  const { limit, windowMs, maxKeys = 10_000, now = Date.now } = options
  // In order of the latest attempt: a Map keeps the order of insertion.
  const attempts = new Map<string, number[]>()
  return {
    take(key) {
      const time = now()
      const recent = (attempts.get(key) ?? []).filter((at) => at > time - windowMs)
      const oldest = recent[0]
      if (oldest !== undefined && recent.length >= limit) throw limited(Math.ceil((oldest + windowMs - time) / 1000))
      attempts.delete(key)
      attempts.set(key, [...recent, time])
      for (const stale of attempts.keys()) {
        if (attempts.size <= maxKeys) break
        attempts.delete(stale)
      }
    },
    reset(key) {
      attempts.delete(key)
    },
  }
}

function limited(seconds: number): ShuttenError {
  const wait = seconds < 120 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`
  const error = new ShuttenError({
    code: 'RATE_LIMITED',
    message: 'Too many attempts.',
    suggestion: `Wait ${wait}, then try again.`,
  })
  return Object.assign(error, { retryAfterSeconds: seconds })
}
