import { setTimeout } from 'node:timers/promises'

/** Time as the fetching of pages knows it. */
export interface SourceClock {
  /** Milliseconds since 1970. */
  now(): number
  /** Rejects with the signal's reason when that fires. */
  wait(milliseconds: number, options?: { signal?: AbortSignal }): Promise<void>
}

export const systemClock: SourceClock = {
  now: () => Date.now(),
  wait: async (milliseconds, { signal } = {}) => {
    signal?.throwIfAborted()
    await setTimeout(milliseconds, undefined, { ...(signal && { signal }) })
  },
}
