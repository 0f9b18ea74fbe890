'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { ErrorNotice } from '../error-notice'
import { SecretNotice } from './secret-notice'
import { useMaking } from './use-making'

const scopes = ['ask', 'documents', 'jobs', 'admin'] as const
const days = [30, 90, 365, 0] as const

/** Makes an API key with what it may do and until when; it is shown once. */
export function NewKey() {
  const t = useTranslations('admin.keys')
  const { form, asking, error, made, make, forget } = useMaking<{ name: string; key: string }>('/api/v1/api-keys')
  const [unscoped, setUnscoped] = useState(false)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (asking) return
    const fields = new FormData(event.currentTarget)
    const chosen = fields.getAll('scope')
    setUnscoped(chosen.length === 0)
    if (chosen.length === 0) return
    const life = Number(fields.get('days'))
    const expiresAt = life > 0 ? new Date(Date.now() + life * 24 * 60 * 60 * 1000).toISOString() : null
    await make({ name: fields.get('name'), scopes: chosen, expiresAt })
  }

  return (
    <>
      <form ref={form} onSubmit={submit} className="mt-4 grid grid-cols-1 gap-5">
        <label className="grid grid-cols-1 gap-1 text-small">
          {t('name')}
          <input name="name" required maxLength={100} autoComplete="off" className="admin-input min-w-0" />
        </label>
        <fieldset className="grid min-w-0 gap-1" aria-describedby={unscoped ? 'unscoped' : undefined}>
          <legend className="text-small">{t('scopes')}</legend>
          {scopes.map((scope) => (
            <label key={scope} className="flex min-h-11 items-baseline gap-3 text-small">
              <input type="checkbox" name="scope" value={scope} className="size-4 translate-y-0.5" />
              <span>
                {t(`scope.${scope}`)}
                <span className="block text-note text-ink-2">{t(`scopeText.${scope}`)}</span>
              </span>
            </label>
          ))}
        </fieldset>
        {unscoped ? (
          <p id="unscoped" role="alert" className="border-s-4 border-ink ps-3 text-small font-bold">
            {t('unscoped')}
          </p>
        ) : null}
        <label className="grid gap-1 justify-self-start text-small">
          {t('expiry')}
          <select name="days" defaultValue="90" className="admin-input">
            {days.map((count) => (
              <option key={count} value={count}>
                {count > 0 ? t('days', { count }) : t('never')}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" aria-disabled={asking} className="button button-primary justify-self-start">
          {t('create')}
        </button>
      </form>
      <div className="mt-4 empty:hidden">
        {error ? <ErrorNotice error={error} /> : null}
        {made ? <SecretNotice title={t('keyOf', { name: made.name })} secret={made.key} onClose={forget} /> : null}
      </div>
    </>
  )
}
