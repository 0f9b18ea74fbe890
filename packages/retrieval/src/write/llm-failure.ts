/** What went wrong with a language model, by what can be done about it. */
export type LlmFailure =
  | PassingFailure
  /** Asked again, it would say the same. */
  | { kind: 'out-of-credit' | 'key-refused' | 'not-found' | 'rejected'; status: number }
  | { kind: 'context-length' | 'malformed' | 'failed' }
  | { kind: 'late-start' | 'late-end'; limitMs: number }
  /** The answer ended before it was finished. */
  | { kind: 'cut' | 'too-long' | 'filtered' }

/** It may answer later. */
type PassingFailure =
  | { kind: 'rate-limited' | 'overloaded'; status: number; retryAfterMs: number | null }
  | { kind: 'unreachable' }

/** Worth another try, as long as nothing of the answer was passed on. */
export function isPassing(failure: LlmFailure): failure is PassingFailure {
  return failure.kind === 'rate-limited' || failure.kind === 'overloaded' || failure.kind === 'unreachable'
}
