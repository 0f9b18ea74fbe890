import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AuditFilter } from '@/components/admin/access/audit-filter'
import { auditHref } from '@/components/admin/access/audit-href'
import { AuditList } from '@/components/admin/access/audit-list'
import { auditActions } from '@/server/audit/audit-actions'
import { type AuditQuery, auditQuerySchema, toAuditFilter } from '@/server/audit/audit-query'
import { requirePrincipal } from '@/server/auth/require-principal'
import { getServer } from '@/server/get-server'

const pageSize = 50

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin'))('audit.title') }
}

export default async function AuditPage(props: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { page: asked, ...given } = await props.searchParams
  const query = readQuery(given)
  const page = Math.max(1, Math.min(100_000, Number.parseInt(String(asked), 10) || 1))
  await requirePrincipal(auditHref({ query, page }))
  const [server, t] = await Promise.all([getServer(), getTranslations('admin.audit')])
  const { total, entries } = await server.audit.list({
    ...toAuditFilter(query),
    offset: (page - 1) * pageSize,
    limit: pageSize,
  })
  const pages = Math.max(1, Math.ceil(total / pageSize))
  if (page > pages) redirect(auditHref({ query, page: pages }))
  return (
    <>
      <h1 className="text-title">{t('title')}</h1>
      <p className="mt-1 mb-6 text-small text-ink-2">{t('lead', { total })}</p>
      <AuditFilter query={query} actions={auditActions} />
      {total > 0 ? <AuditList entries={entries} /> : <p className="mt-8 text-small">{t('none')}</p>}
      {pages > 1 ? (
        <nav aria-label={t('pages')} className="mt-6 flex items-center justify-between gap-4 text-small">
          {page > 1 ? (
            <Link href={auditHref({ query, page: page - 1 })} prefetch={false} rel="prev" className="button">
              {t('previous')}
            </Link>
          ) : (
            <span />
          )}
          <span className="tabular-nums">{t('page', { page, pages })}</span>
          {page < pages ? (
            <Link href={auditHref({ query, page: page + 1 })} prefetch={false} rel="next" className="button">
              {t('next')}
            </Link>
          ) : (
            <span />
          )}
        </nav>
      ) : null}
    </>
  )
}

/** What of an address can be read; a field that cannot narrows nothing. */
function readQuery(given: Record<string, string | string[] | undefined>): AuditQuery {
  const fields = Object.entries(auditQuerySchema.shape).flatMap(([name, schema]) => {
    const value = schema.safeParse(given[name] || undefined).data
    return value ? [[name, value]] : []
  })
  return Object.fromEntries(fields)
}
