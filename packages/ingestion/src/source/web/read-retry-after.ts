/**
 * Milliseconds that a Retry-After header asks to wait: seconds or a date (RFC 9110, section 10.2.3). Null where it says
 * neither; at least 0.
 */
export function readRetryAfter(options: { header: string | null; now: number }): number | null {
  const value = options.header?.trim() ?? ''
  if (/^\d{1,12}$/.test(value)) return Number(value) * 1_000
  const date = /^[A-Za-z]{3,9},? /.test(value) ? Date.parse(value) : Number.NaN
  return Number.isNaN(date) ? null : Math.max(0, date - options.now)
}
