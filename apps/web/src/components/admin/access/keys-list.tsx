'use client'

import type { ApiKeySummary } from '@shutten/core'
import { useRouter } from 'next/navigation'
import { useFormatter, useTranslations } from 'next-intl'
import { callApi } from '../call-api'
import { Confirm } from './confirm'

/** All API keys, with what they may do, until when, and when they were last used. */
export function KeysList({ keys, now }: { keys: readonly ApiKeySummary[]; now: string }) {
  const t = useTranslations('admin.keys')
  const format = useFormatter()
  const router = useRouter()
  const time = (iso: string) => format.dateTime(new Date(iso), { dateStyle: 'medium', timeStyle: 'short' })
  if (keys.length === 0) return <p className="text-small text-ink-2">{t('none')}</p>
  return (
    <ul className="border-t border-rule" aria-label={t('title')}>
      {keys.map(({ id, name, prefix, scopes, createdAt, createdBy, expiresAt, lastUsedAt }) => (
        <li key={id} data-key={name} className="border-b border-rule py-4">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="font-bold">{name}</span>
            {prefix ? <code className="font-mono text-note text-ink-2">{prefix}…</code> : null}
            {scopes.map((scope) => (
              <span key={scope} className="rounded-mark border border-edge px-2 py-0.5 text-note text-ink-2">
                {t(`scope.${scope}`)}
              </span>
            ))}
            {expiresAt && expiresAt <= now ? (
              <span className="rounded-mark border border-ink bg-ink px-2 py-0.5 text-note text-paper">
                {t('over')}
              </span>
            ) : null}
            <span className="ms-auto">
              <Confirm
                label={t('revoke')}
                name={t('revokeOf', { name })}
                title={t('revokeTitle')}
                text={t('revokeText', { name })}
                confirm={t('revoke')}
                act={() => callApi({ path: `/api/v1/api-keys/${encodeURIComponent(id)}`, method: 'DELETE' })}
                onDone={() => router.refresh()}
              />
            </span>
          </div>
          <p className="mt-1 text-note text-ink-2">
            {lastUsedAt ? t('lastUsed', { time: time(lastUsedAt) }) : t('neverUsed')}
            {' · '}
            {expiresAt ? t('until', { time: time(expiresAt) }) : t('never')}
            {' · '}
            {createdBy ? t('madeBy', { time: time(createdAt), name: createdBy }) : t('made', { time: time(createdAt) })}
          </p>
        </li>
      ))}
    </ul>
  )
}
