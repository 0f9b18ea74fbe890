import type { AuditRepository } from '@shutten/core'

const dayMs = 24 * 60 * 60 * 1000

/** What the web application asks of the audit log. */
export type AuditLog = Pick<AuditRepository, 'record' | 'list'>

/** The audit log, which forgets what is older than so many days: with the first entry of each day. */
export function createAuditLog(options: { audit: AuditRepository; days: number; now?: () => number }): AuditLog {
  const { audit, days, now = Date.now } = options
  let prunedAt = Number.NEGATIVE_INFINITY
  return {
    async record(entry) {
      await audit.record(entry)
      if (now() - prunedAt < dayMs) return
      prunedAt = now()
      await audit.prune(new Date(now() - days * dayMs))
    },
    list: (options) => audit.list(options),
  }
}
