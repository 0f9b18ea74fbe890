/** Before the second try where the service asks for nothing. */
const firstWaitMs = 250

/**
 * Milliseconds to wait before the next try: what `Retry-After` asks for, in seconds or as a date (RFC 9110, 10.2.3), or
 * twice as long as the time before.
 *
 * @param options.attempt tries that have failed, from 1
 * @param options.date milliseconds since 1970
 */
export function toWaitingTime(options: { retryAfter: string | null; attempt: number; date: number }): number {
  const { retryAfter, attempt, date } = options
  const asked = retryAfter?.trim() ?? ''
  if (/^\d+$/.test(asked)) return Number(asked) * 1_000
  const until = asked ? Date.parse(asked) : Number.NaN
  return Number.isNaN(until) ? firstWaitMs * 2 ** (attempt - 1) : Math.max(0, until - date)
}
