import type { KnownItem } from '@shutten/core'

const day = 24 * 60 * 60_000
/** A listing that forgets to say that something changed is believed no longer than this. */
const trustedMs = 30 * day
/** A date without a time ends latest in the zone farthest west, 36 hours after it began in UTC. */
const dateMs = 1.5 * day

/**
 * True where `lastmod` or `updated` shows that what is known is what the source holds: it is the same date as before,
 * and the item was read after the time that the date stands for was over. `now`: milliseconds since 1970.
 */
export function isRevisionTrusted(options: { revision: string | null; known: KnownItem; now: number }): boolean {
  const { revision, known, now } = options
  if (revision === null || known.revision !== revision) return false
  const end = findEnd(revision)
  const checkedAt = Date.parse(known.checkedAt)
  return end !== null && checkedAt >= end && now - checkedAt < trustedMs
}

/** When the time that a W3C date stands for is surely over; null for one that is too coarse, or none. */
function findEnd(revision: string): number | null {
  if (/^\d{4}-\d{2}-\d{2}$/.test(revision)) return toInstant(`${revision}T00:00:00Z`, dateMs)
  const found = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})(:\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.exec(revision)
  return found ? toInstant(revision, found[2] ? 2_000 : 61_000) : null
}

function toInstant(date: string, lengthMs: number): number | null {
  const instant = Date.parse(date)
  return Number.isNaN(instant) ? null : instant + lengthMs
}
