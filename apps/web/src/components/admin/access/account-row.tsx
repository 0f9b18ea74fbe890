'use client'

import type { AccountSummary, Role } from '@shutten/core'
import { useRouter } from 'next/navigation'
import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import { type ApiError, callApi } from '../call-api'
import { ErrorNotice } from '../error-notice'
import { Confirm } from './confirm'
import { SecretNotice } from './secret-notice'

const roles: readonly Role[] = ['reader', 'editor', 'admin']

/** One account: its role, whether it can sign in, and what an admin can do about it. */
export function AccountRow(options: { account: AccountSummary; isOwn: boolean; isFixed: boolean }) {
  const { account, isOwn, isFixed } = options
  const { id, name, role, disabledAt } = account
  const t = useTranslations('admin.accounts')
  const format = useFormatter()
  const router = useRouter()
  const [error, setError] = useState<ApiError | null>(null)
  const [password, setPassword] = useState<string | null>(null)
  const path = `/api/v1/accounts/${encodeURIComponent(id)}`
  const time = (iso: string) => format.dateTime(new Date(iso), { dateStyle: 'medium', timeStyle: 'short' })

  async function change(json: { role?: string; disabled?: boolean }) {
    const { error } = await callApi({ path, method: 'PATCH', json })
    setError(error ?? null)
    router.refresh()
  }

  return (
    <li data-account={name} className="border-b border-rule py-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-bold">{name}</span>
        {isOwn ? <span className="text-note text-ink-2">{t('you')}</span> : null}
        {disabledAt ? (
          <span className="rounded-mark border border-ink bg-ink px-2 py-0.5 text-note text-paper">
            {t('disabled')}
          </span>
        ) : null}
        {isFixed ? (
          <span className="text-small text-ink-2">{t(role)}</span>
        ) : (
          <select
            aria-label={t('roleOf', { name })}
            value={role}
            onChange={(event) => change({ role: event.target.value })}
            className="admin-input ms-auto text-small"
          >
            {roles.map((one) => (
              <option key={one} value={one}>
                {t(one)}
              </option>
            ))}
          </select>
        )}
      </div>
      <p className="mt-1 text-note text-ink-2">
        {t('created', { time: time(account.createdAt) })}
        {' · '}
        {account.lastSignInAt ? t('lastSignIn', { time: time(account.lastSignInAt) }) : t('neverSignedIn')}
      </p>
      {isFixed ? (
        <p className="mt-1 text-note text-ink-2">{t('fixed')}</p>
      ) : (
        <div className="mt-1 -ms-2 flex flex-wrap gap-1">
          <Confirm<{ password: string }>
            label={t('reset')}
            name={t('resetOf', { name })}
            title={t('resetTitle')}
            text={t('resetText', { name })}
            confirm={t('reset')}
            act={() => callApi({ path: `${path}/password`, method: 'POST' })}
            onDone={(made) => setPassword(made.password)}
          />
          {disabledAt ? (
            <button
              type="button"
              className="quiet-button"
              aria-label={t('enableOf', { name })}
              onClick={() => change({ disabled: false })}
            >
              {t('enable')}
            </button>
          ) : (
            <Confirm
              label={t('disable')}
              name={t('disableOf', { name })}
              title={t('disableTitle')}
              text={t('disableText', { name })}
              confirm={t('disable')}
              act={() => callApi({ path, method: 'PATCH', json: { disabled: true } })}
              onDone={() => router.refresh()}
            />
          )}
          <Confirm
            label={t('remove')}
            name={t('removeOf', { name })}
            title={t('removeTitle')}
            text={t('removeText', { name })}
            confirm={t('remove')}
            act={() => callApi({ path, method: 'DELETE' })}
            onDone={() => router.refresh()}
          />
        </div>
      )}
      {password ? (
        <SecretNotice title={t('passwordOf', { name })} secret={password} onClose={() => setPassword(null)} />
      ) : null}
      {error ? <ErrorNotice error={error} /> : null}
    </li>
  )
}
