import { setTimeout as sleep } from 'node:timers/promises'
import { isShuttenError, toAbortError, untilAborted } from '@shutten/core'
import { classifyFailure } from './classify-failure.js'
import { isPassing, type LlmFailure } from './llm-failure.js'
import { toLlmError } from './to-llm-error.js'

export interface Clock {
  /** Milliseconds; never goes back. */
  now(): number
  /** Rejects when the signal fires. */
  wait(milliseconds: number, signal: AbortSignal): Promise<void>
}

const systemClock: Clock = {
  now: () => performance.now(),
  wait: (milliseconds, signal) => sleep(milliseconds, undefined, { signal }),
}

export interface LlmLimits {
  /** Milliseconds until something of the answer must have come, all tries together. */
  firstTokenMs: number
  /** Milliseconds for the whole answer. */
  timeoutMs: number
}

/** Tries of one request, and the wait before the second where the provider asks for none; it doubles with each. */
const maxAttempts = 3
const firstWaitMs = 500

/**
 * The pieces that a language model streams, within time limits. As long as nothing of the answer has come, a busy or
 * unreachable provider is asked again, after the time it asks for where the limit leaves it; what would fail again is not
 * tried again. Once something has come there is no other try: it may have been shown.
 * Whatever ends the iteration, also the caller's leaving it, fires the signal that `open` was given.
 * Errors: LLM_UNAVAILABLE; CANCELLED and what else the caller's signal says.
 *
 * @param options.isAnswer tells pieces of the answer from what comes before it
 */
export async function* streamWithLimits<T>(options: {
  id: string
  open: (signal: AbortSignal) => Promise<AsyncIterable<T>>
  isAnswer: (piece: T) => boolean
  limits: LlmLimits
  clock?: Clock
  signal?: AbortSignal
}): AsyncGenerator<T, void, undefined> {
  const { id, open, isAnswer, limits, signal, clock = systemClock } = options
  if (signal?.aborted) throw toAbortError(signal)
  const stop = new AbortController()
  const stopped = signal ? AbortSignal.any([signal, stop.signal]) : stop.signal
  const startTimer = (failure: Extract<LlmFailure, { limitMs: number }>) => {
    const timer = new AbortController()
    clock.wait(failure.limitMs, AbortSignal.any([timer.signal, stopped])).then(
      () => stop.abort(toLlmError({ id, failure })),
      () => {},
    )
    return () => timer.abort()
  }
  const begun = clock.now()
  const hasBegun = startTimer({ kind: 'late-start', limitMs: limits.firstTokenMs })
  startTimer({ kind: 'late-end', limitMs: limits.timeoutMs })

  const fail = (cause: unknown): { error: unknown; failure: LlmFailure | null } => {
    if (signal?.aborted) return { error: toAbortError(signal), failure: null }
    if (stop.signal.aborted) return { error: stop.signal.reason, failure: null }
    if (isShuttenError(cause)) return { error: cause, failure: null }
    const failure = classifyFailure(cause)
    return { error: toLlmError({ id, failure, cause }), failure }
  }

  try {
    for (let attempt = 1; ; attempt++) {
      let answering = false
      try {
        // Not every client heeds its signal.
        const pieces = (await untilAborted({ work: open(stopped), signal: stopped }))[Symbol.asyncIterator]()
        for (;;) {
          const next = await untilAborted({ work: pieces.next(), signal: stopped })
          if (next.done) return
          if (!answering && isAnswer(next.value)) {
            answering = true
            hasBegun()
          }
          yield next.value
        }
      } catch (cause) {
        const { error, failure } = fail(cause)
        if (answering && failure && isPassing(failure)) throw toLlmError({ id, failure: { kind: 'cut' }, cause })
        if (answering || !failure || !isPassing(failure) || attempt === maxAttempts) throw error
        const asked = failure.kind === 'unreachable' ? null : failure.retryAfterMs
        const wait = asked ?? firstWaitMs * 2 ** (attempt - 1)
        if (clock.now() + wait >= begun + limits.firstTokenMs) throw error
        await clock.wait(wait, stopped).catch((reason: unknown) => {
          throw fail(reason).error
        })
      }
    }
  } finally {
    stop.abort()
  }
}
