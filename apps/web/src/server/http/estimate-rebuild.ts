import type { Job } from '@shutten/core'

export interface RebuildEstimate {
  passages: number
  /** By the pace of the last rebuild; null where there was none. */
  seconds: number | null
}

/**
 * What a rebuild is likely to take.
 *
 * @param options.done jobs that succeeded, newest first
 */
export function estimateRebuild(options: { passages: number; done: readonly Job[] }): RebuildEstimate {
  const { passages, done } = options
  for (const { request, result } of done) {
    if (request.kind !== 'reindex' || !result || !('passages' in result) || result.passages === 0) continue
    return { passages, seconds: (result.seconds / result.passages) * passages }
  }
  return { passages, seconds: null }
}
