'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, useRef, useState } from 'react'
import { type ApiError, callApi } from '../call-api'
import { ErrorNotice } from '../error-notice'
import { SecretNotice } from './secret-notice'

/** Makes an account; its password is made, too, and shown once. */
export function NewAccount() {
  const t = useTranslations('admin.accounts')
  const router = useRouter()
  const form = useRef<HTMLFormElement>(null)
  const [asking, setAsking] = useState(false)
  const [error, setError] = useState<ApiError | null>(null)
  const [made, setMade] = useState<{ name: string; password: string } | null>(null)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (asking) return
    setAsking(true)
    const fields = new FormData(event.currentTarget)
    const json = { name: fields.get('name'), role: fields.get('role') }
    const { value, error } = await callApi<{ name: string; password: string }>({
      path: '/api/v1/accounts',
      method: 'POST',
      json,
    })
    setAsking(false)
    setError(error ?? null)
    if (!value) return
    setMade(value)
    form.current?.reset()
    router.refresh()
  }

  return (
    <>
      <form ref={form} onSubmit={submit} className="mt-4 flex flex-wrap items-end gap-3">
        <label className="grid min-w-0 flex-1 gap-1 text-small">
          {t('name')}
          <input
            name="name"
            required
            maxLength={100}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            className="admin-input min-w-0"
          />
        </label>
        <label className="grid gap-1 text-small">
          {t('role')}
          <select name="role" defaultValue="editor" className="admin-input">
            <option value="reader">{t('reader')}</option>
            <option value="editor">{t('editor')}</option>
            <option value="admin">{t('admin')}</option>
          </select>
        </label>
        <button type="submit" aria-disabled={asking} className="button button-primary">
          {t('create')}
        </button>
      </form>
      <div className="mt-4 empty:hidden">
        {error ? <ErrorNotice error={error} /> : null}
        {made ? (
          <SecretNotice
            title={t('passwordOf', { name: made.name })}
            secret={made.password}
            onClose={() => setMade(null)}
          />
        ) : null}
      </div>
    </>
  )
}
