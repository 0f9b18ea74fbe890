import type { TurnState } from './fetch-turn'

/** Milliseconds before each look; the last is repeated. */
const pauses = [600, 1_200, 2_000, 3_000, 5_000]
const maxLooks = 60

/**
 * Looks for an answer whose stream broke off until it is there, for some four minutes: past a lost connection, a server
 * that starts anew, an answer that is still being made. `unknown` says that it has to be asked for again.
 */
export async function recoverTurn(options: {
  fetchTurn: () => Promise<TurnState>
  /** Waits; earlier where there is reason to look again. */
  pause: (milliseconds: number) => Promise<void>
  signal: AbortSignal
}): Promise<Extract<TurnState, { state: 'kept' }> | 'unknown' | 'lost'> {
  for (let look = 0; look < maxLooks; look++) {
    await options.pause(pauses[Math.min(look, pauses.length - 1)] ?? 0)
    if (options.signal.aborted) return 'lost'
    const found = await options.fetchTurn()
    if (found.state === 'kept') return found
    if (found.state === 'unknown') return 'unknown'
  }
  return 'lost'
}
