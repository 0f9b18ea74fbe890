import { toShuttenError, untilAborted } from '@shutten/core'

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
      const next = await untilAborted({ work: iterator.next(), signal }).catch((error: unknown) => {
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
