import { toShuttenError } from '@shutten/core'
import { createAbortError } from './create-abort-error.js'

/** The batches of `entries`; an abort ends the waiting for the next one. Errors: CANCELLED, TIMED_OUT; those of `entries`. */
export async function* readBatches<Entry>({
  entries,
  signal,
}: {
  entries: AsyncIterable<readonly Entry[]>
  signal: AbortSignal | undefined
}): AsyncGenerator<readonly Entry[]> {
  const iterator = entries[Symbol.asyncIterator]()
  let stop = () => {}
  const aborted = new Promise<never>((_, reject) => {
    const onAbort = () => reject(createAbortError(signal))
    signal?.addEventListener('abort', onAbort, { once: true })
    stop = () => signal?.removeEventListener('abort', onAbort)
  })
  aborted.catch(() => {})
  let isFinished = false
  try {
    for (;;) {
      const next = await Promise.race([iterator.next(), aborted]).catch((error: unknown) => {
        // Wrapped here, so that a failure to read the source is not taken for one to write the index.
        throw toShuttenError(error)
      })
      isFinished = next.done === true
      if (next.done) return
      yield next.value
    }
  } finally {
    stop()
    // Not waited for: a source that hangs must not keep an aborted build from ending.
    if (!isFinished) Promise.resolve(iterator.return?.()).catch(() => {})
  }
}
