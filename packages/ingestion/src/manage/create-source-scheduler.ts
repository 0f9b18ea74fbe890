import { type ShuttenError, type SourceRepository, toShuttenError } from '@shutten/core'
import { findNextRun } from '../source/definition/find-next-run.js'

/**
 * Queues runs of the sources that are due. A time that passed while nobody looked runs once, and one that comes while a
 * run of the same source still waits, runs or is paused adds none.
 */
export function createSourceScheduler(options: {
  sources: Pick<SourceRepository, 'listDue' | 'startRun' | 'update'>
  now?: () => Date
  /** Told of a schedule that names no time any more; its source waits to be edited. */
  onError?: (error: ShuttenError) => void
}): { queueDue(): Promise<void> } {
  const { sources, now = () => new Date(), onError } = options
  return {
    async queueDue() {
      const at = now()
      for (const { id, schedule } of await sources.listDue(at)) {
        try {
          const nextRunAt = schedule ? findNextRun({ schedule, after: at }) : null
          await sources.startRun({ id, nextRunAt })
        } catch (error) {
          await sources.update(id, { nextRunAt: null })
          onError?.(toShuttenError(error))
        }
      }
    },
  }
}
