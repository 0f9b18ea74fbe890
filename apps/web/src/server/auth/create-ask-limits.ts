import { createRateLimiter, type RateLimiter } from './create-rate-limiter'

/** How often one may ask. */
export interface AskLimits {
  /** Counts a question. Errors: RATE_LIMITED. */
  take(caller: { id: string; isKnown: boolean; address: string }): void
}

/** Visitors behind one address, who each have their own limit; more than these come from a program that changes its cookie. */
const visitorsOfAddress = 5

/** So many questions a minute for each account, key or visitor, and five times as many for all unknown ones of an address. */
export function createAskLimits(options: { perMinute: number; now?: () => number }): AskLimits {
  const { perMinute, now = Date.now } = options
  if (perMinute === 0) return { take() {} }
  const limiter = (limit: number): RateLimiter => createRateLimiter({ limit, windowMs: 60_000, now })
  const byCaller = limiter(perMinute)
  const byAddress = limiter(perMinute * visitorsOfAddress)
  return {
    take({ id, isKnown, address }) {
      byCaller.take(id)
      if (!isKnown) byAddress.take(address)
    },
  }
}
