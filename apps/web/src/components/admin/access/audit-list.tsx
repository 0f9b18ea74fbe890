import type { AuditEntry } from '@shutten/core'
import { useFormatter, useTranslations } from 'next-intl'

/** What was changed: when, by whom, what, on what, from where. */
export function AuditList({ entries }: { entries: readonly AuditEntry[] }) {
  const t = useTranslations('admin.audit')
  const format = useFormatter()
  return (
    <ol className="mt-6 border-t-2 border-ink" aria-label={t('title')}>
      {entries.map(({ sequence, at, actor, action, target, details, address }) => (
        <li key={sequence} data-action={action} className="border-b border-rule py-3 text-small">
          <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
            <time dateTime={at} className="text-note text-ink-2 tabular-nums">
              {format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'medium' })}
            </time>
            <strong>
              {t.has(`action.${action}` as 'action.account.create')
                ? t(`action.${action}` as 'action.account.create')
                : action}
            </strong>
            {target ? <span className="min-w-0 break-all">{target}</span> : null}
          </p>
          <p className="mt-1 flex flex-wrap gap-x-3 text-note text-ink-2">
            <span>{actor.kind === 'api-key' ? t('byKey', { name: actor.name }) : actor.name || t('nobody')}</span>
            {address ? <span className="font-mono">{address}</span> : null}
            {details ? (
              <code className="font-mono break-all">
                {Object.entries(details)
                  .map(([name, value]) => `${name}=${value}`)
                  .join(' ')}
              </code>
            ) : null}
          </p>
        </li>
      ))}
    </ol>
  )
}
