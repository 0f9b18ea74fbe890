import type { NewAuditEntry } from '@shutten/core'

/** Characters of a value in the audit log, at most. */
const shown = 500

/** What of some settings became what, for the audit log. */
export function describeChanges(before: object, after: object): NonNullable<NewAuditEntry['details']> {
  const was = new Map<string, unknown>(Object.entries(before))
  const changed = Object.entries(after).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(was.get(name)),
  )
  return Object.fromEntries(changed.map(([name, value]) => [name, toPlain(value)]))
}

function toPlain(value: unknown): string | number | boolean | null {
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return value
  return (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, shown)
}
