import { createRateLimiter, type RateLimiter } from './create-rate-limiter'

export interface SignInLimits {
  /** By name and address. */
  byAddress: RateLimiter
  /** By name alone, for guesses spread over many addresses or with a forged one. */
  byName: RateLimiter
}

const quarterHour = 15 * 60 * 1000

export function createSignInLimits(options?: { now?: () => number }): SignInLimits {
  return {
    byAddress: createRateLimiter({ limit: 10, windowMs: quarterHour, ...options }),
    byName: createRateLimiter({ limit: 100, windowMs: quarterHour, ...options }),
  }
}
