import type { AuditQuery } from '@/server/audit/audit-query'

/** The address of a page of the audit log. */
export function auditHref(options: { query: AuditQuery; page: number }): string {
  const search = new URLSearchParams(
    Object.entries(options.query).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  )
  if (options.page > 1) search.set('page', String(options.page))
  return search.size > 0 ? `/admin/audit?${search}` : '/admin/audit'
}
