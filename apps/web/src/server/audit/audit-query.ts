import type { AuditRepository } from '@shutten/core'
import { z } from 'zod'

const text = z.string().trim().max(200).optional()
/** A day, as a date field of a page gives it. */
const day = z.iso.date().optional()

/** What the audit log is narrowed to, as an address has it. */
export const auditQuerySchema = z.object({ actor: text, action: text, target: text, from: day, until: day })
export type AuditQuery = z.infer<typeof auditQuerySchema>

/** Days are those of the server's readers (Asia/Tokyo); `until` is the last day that is in. */
export function toAuditFilter({
  actor,
  action,
  target,
  from,
  until,
}: AuditQuery): Parameters<AuditRepository['list']>[0] {
  return {
    ...(actor && { actor }),
    ...(action && { action }),
    ...(target && { target }),
    ...(from && { from: new Date(`${from}T00:00:00+09:00`) }),
    ...(until && { until: new Date(Date.parse(`${until}T00:00:00+09:00`) + 24 * 60 * 60 * 1000) }),
  }
}
