import { setTimeout as sleep } from 'node:timers/promises'

const busyCodes = new Set([5, 6])

/** True for SQLITE_BUSY and SQLITE_LOCKED with any extension. */
export function isBusy(error: unknown): boolean {
  const rawCode = (error as { rawCode?: unknown } | null)?.rawCode
  return typeof rawCode === 'number' && busyCodes.has(rawCode & 0xff)
}

/**
 * Runs a step again while another connection holds the lock. The wait is a timer, so the event loop stays free
 * (SQLite's own busy timeout would block it), and is jittered, so that two waiters do not keep step.
 * After `timeoutMs` the last error is thrown.
 */
export async function retryWhileBusy<T>(options: { timeoutMs: number; step: () => T }): Promise<T> {
  const deadline = performance.now() + options.timeoutMs
  for (let wait = 1; ; wait = Math.min(wait * 2, 16)) {
    try {
      return options.step()
    } catch (error) {
      if (!isBusy(error) || performance.now() > deadline) throw error
    }
    await sleep(wait * (0.5 + Math.random()))
  }
}
