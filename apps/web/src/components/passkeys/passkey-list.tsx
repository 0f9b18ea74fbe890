'use client'

import type { PasskeySummary } from '@shutten/core'
import { useRouter } from 'next/navigation'
import { useFormatter, useTranslations } from 'next-intl'
import { Confirm } from '../admin/access/confirm'
import { callApi } from '../admin/call-api'

/** The own passkeys; each can be removed. */
export function PasskeyList({ passkeys }: { passkeys: readonly PasskeySummary[] }) {
  const t = useTranslations('account.passkey')
  const format = useFormatter()
  const router = useRouter()
  const time = (iso: string) => format.dateTime(new Date(iso), { dateStyle: 'medium', timeStyle: 'short' })
  if (passkeys.length === 0) return <p className="mt-3 text-small text-ink-2">{t('none')}</p>
  return (
    <ul className="mt-3 border-t border-rule">
      {passkeys.map(({ id, name, isSynced, rpId, createdAt, lastUsedAt }) => (
        <li key={id} data-passkey={name} className="border-b border-rule py-3">
          <div className="flex flex-wrap items-center gap-x-3">
            <span className="min-w-0 font-bold wrap-anywhere">{name}</span>
            <span className="text-note text-ink-2">{t(isSynced ? 'synced' : 'oneDevice')}</span>
            <span className="ms-auto">
              <Confirm
                label={t('remove')}
                name={t('removeOf', { name })}
                title={t('removeTitle')}
                text={t('removeText', { name })}
                confirm={t('remove')}
                act={() => callApi({ path: `/api/v1/passkeys/${encodeURIComponent(id)}`, method: 'DELETE' })}
                onDone={() => router.refresh()}
              />
            </span>
          </div>
          <p className="text-note text-ink-2">
            <span className="font-mono">{rpId}</span>
            {' · '}
            {t('since', { time: time(createdAt) })}
            {' · '}
            {lastUsedAt ? t('used', { time: time(lastUsedAt) }) : t('unused')}
          </p>
        </li>
      ))}
    </ul>
  )
}
