'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, useRef, useState } from 'react'
import { type ApiError, callApi } from '../call-api'
import { ErrorNotice } from '../error-notice'

/** Changes the own password; all other sessions end. */
export function PasswordForm({ name, minLength }: { name: string; minLength: number }) {
  const t = useTranslations('account')
  const router = useRouter()
  const form = useRef<HTMLFormElement>(null)
  const [asking, setAsking] = useState(false)
  const [error, setError] = useState<ApiError | null>(null)
  const [done, setDone] = useState(false)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (asking) return
    setAsking(true)
    setDone(false)
    const fields = new FormData(event.currentTarget)
    const json = { current: fields.get('current'), next: fields.get('next') }
    const { error } = await callApi({ path: '/api/v1/session/password', method: 'PUT', json })
    setAsking(false)
    setError(error ?? null)
    if (error) return
    setDone(true)
    form.current?.reset()
    router.refresh()
  }

  return (
    <form ref={form} onSubmit={submit} className="mt-3 grid gap-5">
      <input type="text" name="username" autoComplete="username" value={name} readOnly hidden />
      <label className="grid gap-1 text-small">
        {t('current')}
        <input
          type="password"
          name="current"
          required
          maxLength={1000}
          autoComplete="current-password"
          className="admin-input"
        />
      </label>
      <label className="grid gap-1 text-small">
        {t('next')}
        <input
          type="password"
          name="next"
          required
          minLength={minLength}
          maxLength={1000}
          autoComplete="new-password"
          aria-describedby="next-hint"
          className="admin-input"
        />
      </label>
      <p id="next-hint" className="-mt-4 text-note text-ink-2">
        {t('nextHint', { count: minLength })}
      </p>
      {error ? <ErrorNotice error={error} /> : null}
      {done ? (
        <p role="status" className="border-s-4 border-ink ps-3 text-small font-bold">
          {t('changed')}
        </p>
      ) : null}
      <button type="submit" aria-disabled={asking} className="button button-primary justify-self-start">
        {t('change')}
      </button>
    </form>
  )
}
