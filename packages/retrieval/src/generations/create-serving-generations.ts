import {
  type ExclusionRepository,
  type Generation,
  type GenerationStore,
  isShuttenError,
  type ServingGeneration,
  ShuttenError,
} from '@shutten/core'
import { withExclusions } from './with-exclusions.js'

export interface GenerationLease {
  readonly generation: Generation
  /** Must be called once the reader is done; a superseded generation closes with its last reader. */
  release(): void
}

export interface ServingGenerations {
  /**
   * The generation that serves now, held open until `release`.
   * A switch is seen by the next call: what a deletion removed is never read again.
   * Errors: INDEX_EMPTY before the first generation, INDEX_DAMAGED, GENERATION_NOT_FOUND.
   */
  acquire(): Promise<GenerationLease>
  close(): Promise<void>
}

interface Open {
  generation: Generation
  readers: number
  superseded: boolean
  /** The generation without what was excluded at the last look. */
  view: Generation
}

/**
 * Follows the switch: opens what serves, once, and closes what no longer does when its last reader is done. What is excluded
 * is left out from the next call on.
 */
export function createServingGenerations(options: {
  store: Pick<GenerationStore, 'open'>
  records: { findServing(): Promise<ServingGeneration | null> }
  exclusions?: Pick<ExclusionRepository, 'list' | 'revision'>
}): ServingGenerations {
  const { exclusions } = options
  let current: Open | null = null
  let opening: { id: string; promise: Promise<Open> } | null = null
  let closed = false

  const retire = (open: Open) => {
    open.superseded = true
    if (open.readers === 0) open.generation.close()
  }

  const openGeneration = async (id: string): Promise<Open> => {
    const generation = await options.store.open(id)
    const open: Open = { generation, readers: 0, superseded: false, view: generation }
    if (closed) {
      generation.close()
      throw new ShuttenError({
        code: 'CANCELLED',
        message: 'The search is shutting down.',
        suggestion: 'Ask again once it has started.',
      })
    }
    if (current) retire(current)
    current = open
    return open
  }

  const findCurrent = async (attempt = 0): Promise<Open> => {
    const serving = await options.records.findServing()
    if (!serving)
      throw new ShuttenError({
        code: 'INDEX_EMPTY',
        message: 'Nothing has been indexed yet.',
        suggestion: 'Add articles with `pnpm shutten ingest <file|folder>`.',
      })
    if (current?.generation.id === serving.id) return current
    if (opening?.id !== serving.id) {
      const started = { id: serving.id, promise: openGeneration(serving.id) }
      opening = started
      const settle = () => {
        if (opening === started) opening = null
      }
      started.promise.then(settle, settle)
    }
    try {
      return await opening.promise
    } catch (error) {
      // The generation may have been superseded and removed between the look and the opening.
      if (attempt < 3 && isShuttenError(error) && error.code === 'GENERATION_NOT_FOUND') {
        const again = await options.records.findServing()
        if (again && again.id !== serving.id) return findCurrent(attempt + 1)
      }
      throw error
    }
  }

  const look = async (open: Open): Promise<void> => {
    if (!exclusions) return
    const revision = await exclusions.revision()
    if (open.view.view === revision) return
    const excluded = await exclusions.list()
    // It may have been closed meanwhile; then another one is looked at.
    if (!open.superseded) open.view = withExclusions({ generation: open.generation, exclusions: excluded, revision })
  }

  return {
    async acquire() {
      let open = await findCurrent()
      await look(open)
      while (open.superseded) {
        open = await findCurrent()
        await look(open)
      }
      open.readers++
      let released = false
      return {
        generation: open.view,
        release() {
          if (released) return
          released = true
          open.readers--
          if (open.superseded && open.readers === 0) open.generation.close()
        },
      }
    },
    async close() {
      closed = true
      await opening?.promise.catch(() => {})
      if (current) retire(current)
      current = null
    },
  }
}
