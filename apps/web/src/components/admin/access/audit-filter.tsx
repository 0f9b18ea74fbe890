import Form from 'next/form'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { AuditQuery } from '@/server/audit/audit-query'
import { auditHref } from './audit-href'

/** Narrows the audit log by way of the address: it can be kept, sent and gone back to. */
export function AuditFilter({ query, actions }: { query: AuditQuery; actions: readonly string[] }) {
  const t = useTranslations('admin.audit')
  const isNarrowed = Object.values(query).some(Boolean)
  return (
    <Form
      action="/admin/audit"
      role="search"
      key={auditHref({ query, page: 1 })}
      className="flex flex-wrap items-end gap-3"
    >
      <label className="grid gap-1 text-small">
        {t('what')}
        <select name="action" defaultValue={query.action ?? ''} className="admin-input">
          <option value="">{t('all')}</option>
          {actions.map((action) => (
            <option key={action} value={action}>
              {t.has(`action.${action}` as 'action.account.create')
                ? t(`action.${action}` as 'action.account.create')
                : action}
            </option>
          ))}
        </select>
      </label>
      <label className="grid min-w-0 gap-1 text-small">
        {t('who')}
        <input name="actor" defaultValue={query.actor} maxLength={200} className="admin-input w-40 min-w-0" />
      </label>
      <label className="grid min-w-0 gap-1 text-small">
        {t('target')}
        <input name="target" defaultValue={query.target} maxLength={200} className="admin-input w-48 min-w-0" />
      </label>
      <label className="grid gap-1 text-small">
        {t('from')}
        <input type="date" name="from" defaultValue={query.from} className="admin-input" />
      </label>
      <label className="grid gap-1 text-small">
        {t('until')}
        <input type="date" name="until" defaultValue={query.until} className="admin-input" />
      </label>
      <button type="submit" className="button">
        {t('narrow')}
      </button>
      {isNarrowed ? (
        <Link href="/admin/audit" prefetch={false} className="quiet-button self-center">
          {t('clear')}
        </Link>
      ) : null}
    </Form>
  )
}
