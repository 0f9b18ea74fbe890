const dayMs = 24 * 60 * 60 * 1_000
const dateAlone = /^\d{4}-\d{2}-\d{2}$/
const hasOffset = /(?:Z|[+-]\d{2}:?\d{2})$/i

/** Milliseconds since the epoch: the instants from `first` on and before `before`; infinite where a side is open. */
export function getDateRange({ from, until }: { from?: string; until?: string }): { first: number; before: number } {
  return {
    first: from === undefined ? Number.NEGATIVE_INFINITY : toInstant(from),
    before: until === undefined ? Number.POSITIVE_INFINITY : toInstant(until) + (dateAlone.test(until) ? dayMs : 0),
  }
}

/** A date alone is its first instant; both it and a date-time without an offset are taken as UTC, on every machine. */
function toInstant(date: string): number {
  return Date.parse(dateAlone.test(date) || hasOffset.test(date) ? date : `${date}Z`)
}
