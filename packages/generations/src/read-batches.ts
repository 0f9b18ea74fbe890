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
  let isFinished = false
  try {
    for (;;) {
      const next = await orAbort({ step: iterator.next(), signal }).catch((error: unknown) => {
        // Wrapped here, so that a failure to read the source is not taken for one to write the index.
        throw toShuttenError(error)
      })
      isFinished = next.done === true
      if (next.done) return
      yield next.value
    }
  } finally {
    // Not waited for: a source that hangs must not keep an aborted build from ending.
    if (!isFinished) Promise.resolve(iterator.return?.()).catch(() => {})
  }
}

/** A listener for each step: a race against one promise for all of them would hold every batch until the last has come. */
function orAbort<T>({ step, signal }: { step: Promise<T>; signal: AbortSignal | undefined }): Promise<T> {
  if (!signal) return step
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(createAbortError(signal))
    if (signal.aborted) onAbort()
    signal.addEventListener('abort', onAbort, { once: true })
    step.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort))
  })
}
