/** What a challenge was made for. */
export interface Challenge {
  /** Whom it signs in to. */
  rpId: string
  /** The session that registers a passkey; null for a sign-in. */
  sessionId: string | null
}

/** Challenges that browsers have still to sign, in memory. */
export interface Challenges {
  put(challenge: string, made: Challenge): void
  /** Once, and not for long. */
  take(challenge: string): Challenge | null
}

/** How long a person may take. */
export const challengeMs = 5 * 60_000

/** @param options.max kept at most; the oldest gives way */
export function createChallenges(options: { now?: () => number; max?: number } = {}): Challenges {
  const { now = Date.now, max = 10_000 } = options
  // In order of their making: a Map keeps the order of insertion.
  const made = new Map<string, { challenge: Challenge; until: number }>()
  return {
    put(text, challenge) {
      for (const [old, { until }] of made) {
        if (until > now() && made.size < max) break
        made.delete(old)
      }
      made.set(text, { challenge, until: now() + challengeMs })
    },
    take(challenge) {
      const found = made.get(challenge)
      made.delete(challenge)
      return found && found.until > now() ? found.challenge : null
    },
  }
}
