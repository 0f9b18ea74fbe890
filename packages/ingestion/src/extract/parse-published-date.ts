const calendarDate = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})日?/
const timeOfDay = /^(?:[T\s]\s*)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|GMT|JST|[+-]\d{2}:?\d{2})?$/i
const mailDate = /^(?:[A-Z][a-z]{2},\s*)?\d{1,2}\s[A-Z][a-z]{2}\s\d{4}\s\d{2}:\d{2}(?::\d{2})?\s(?:GMT|UTC|[+-]\d{4})$/

/**
 * A date as sources write it (ISO 8601 and its relatives, 2026/3/31, 2026年3月31日, RFC 5322), as ISO 8601 in UTC.
 * A date alone is its first instant; what names no offset is taken as UTC. Null for anything else.
 */
export function parsePublishedDate(value: unknown): string | null {
  if (value instanceof Date) return toIso(value.getTime())
  if (typeof value !== 'string') return null
  const text = value.normalize('NFKC').trim()
  if (mailDate.test(text)) return toIso(Date.parse(text))
  const found = calendarDate.exec(text)
  if (!found) return null
  const [year, month, day] = found.slice(1).map(Number) as [number, number, number]
  const midnight = Date.UTC(year, month - 1, day)
  const date = new Date(midnight)
  // Programs write years such as 0001 for "unknown".
  if (year < 1400 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null
  const rest = text.slice(found[0].length).trimEnd()
  if (rest === '') return toIso(midnight)
  const time = timeOfDay.exec(rest)
  if (!time) return null
  const [hours, minutes, seconds] = [Number(time[1]), Number(time[2]), Number(time[3] ?? 0)]
  if (hours > 23 || minutes > 59 || seconds > 60) return null
  return toIso(midnight + ((hours * 60 + minutes) * 60 + seconds) * 1_000 - toOffset(time[4] ?? 'Z'))
}

function toOffset(zone: string): number {
  if (/^JST$/i.test(zone)) return 9 * 60 * 60_000
  const offset = /^([+-])(\d{2}):?(\d{2})$/.exec(zone)
  if (!offset) return 0
  return (offset[1] === '-' ? -1 : 1) * (Number(offset[2]) * 60 + Number(offset[3])) * 60_000
}

function toIso(instant: number): string | null {
  // What programs write for "unknown".
  return Number.isNaN(instant) || instant === 0 ? null : new Date(instant).toISOString()
}
