import { untilAborted } from '@shutten/core'
import { RateLimitError } from './rate-limit-error.js'
import type { SourceClock } from './source-clock.js'

export interface HostQueue {
  /**
   * Runs a task when its host is free: one at a time, in the order of the calls, `gapMs` after the one before ended.
   * `isCounted: false` neither waits for the gap nor begins one.
   * Errors: SOURCE_RATE_LIMITED when the host is put off for longer than `maxWaitMs`; those of the task.
   */
  run<T>(
    options: { url: URL; gapMs: number; isCounted?: boolean; signal?: AbortSignal },
    task: () => Promise<T>,
  ): Promise<T>
  /** No task of this host begins before `until` (milliseconds since 1970). */
  postpone(options: { url: URL; until: number }): void
}

interface HostState {
  last: Promise<void>
  waiting: number
  endedAt: number
  postponedUntil: number
}

const maxHosts = 1_000

export function createHostQueue(options: { clock: SourceClock; maxWaitMs: number }): HostQueue {
  const { clock, maxWaitMs } = options
  const hosts = new Map<string, HostState>()

  const getState = (url: URL): HostState => {
    const known = hosts.get(url.host)
    if (known) return known
    if (hosts.size >= maxHosts) dropIdle()
    const state = { last: Promise.resolve(), waiting: 0, endedAt: -Infinity, postponedUntil: -Infinity }
    hosts.set(url.host, state)
    return state
  }
  const dropIdle = () => {
    const longAgo = clock.now() - 10 * 60_000
    for (const [host, { waiting, endedAt, postponedUntil }] of hosts)
      if (waiting === 0 && endedAt < longAgo && postponedUntil < clock.now()) hosts.delete(host)
  }

  return {
    async run({ url, gapMs, isCounted = true, signal }, task) {
      const state = getState(url)
      const before = state.last
      let release = () => {}
      state.last = new Promise((resolve) => {
        release = resolve
      })
      state.waiting += 1
      try {
        await untilAborted({ work: before, signal })
        for (;;) {
          signal?.throwIfAborted()
          const now = clock.now()
          if (state.postponedUntil - now > maxWaitMs)
            throw new RateLimitError({
              uri: url.href,
              retryAt: state.postponedUntil,
              reason: `${url.host} asked to be left alone`,
              isPutOff: true,
            })
          const from = Math.max(isCounted ? state.endedAt + gapMs : now, state.postponedUntil)
          if (from <= now) break
          await clock.wait(from - now, { ...(signal && { signal }) })
        }
        try {
          return await task()
        } finally {
          if (isCounted) state.endedAt = clock.now()
        }
      } finally {
        state.waiting -= 1
        // Whoever gave up while waiting must not let the next one overtake those before.
        void before.then(release)
      }
    },
    postpone({ url, until }) {
      const state = getState(url)
      state.postponedUntil = Math.max(state.postponedUntil, until)
    },
  }
}
