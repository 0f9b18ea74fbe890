'use client'

import { startRegistration } from '@simplewebauthn/browser'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, useRef, useState, useSyncExternalStore } from 'react'
import { type ApiError, callApi } from '../admin/call-api'
import { ErrorNotice } from '../admin/error-notice'
import { findPasskeyObstacle } from './find-passkey-obstacle'
import { PasskeyObstacleText } from './passkey-obstacle-text'
import { type PasskeyFailure, toPasskeyFailure } from './to-passkey-failure'

const never = () => () => {}
/** Only the browser knows, and without scripts there is nothing to show. */
const serverKnowsNothing = () => 'unknown' as const

/** Makes a passkey on this device, for who knows the password. */
export function NewPasskey({ account, suggestedName }: { account: string; suggestedName: string }) {
  const t = useTranslations('account.passkey')
  const router = useRouter()
  const form = useRef<HTMLFormElement>(null)
  const obstacle = useSyncExternalStore(never, findPasskeyObstacle, serverKnowsNothing)
  const [asking, setAsking] = useState(false)
  const [error, setError] = useState<ApiError | null>(null)
  const [failure, setFailure] = useState<PasskeyFailure | null>(null)
  const [made, setMade] = useState<string | null>(null)

  async function register(name: string, current: string): Promise<ApiError | null> {
    const options = await callApi<Parameters<typeof startRegistration>[0]['optionsJSON']>({
      path: '/api/v1/passkeys/options',
      method: 'POST',
      json: { current },
    })
    if (options.error) return options.error
    const response = await startRegistration({ optionsJSON: options.value })
    const { error } = await callApi({ path: '/api/v1/passkeys', method: 'POST', json: { name, response } })
    return error ?? null
  }

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (asking) return
    const fields = new FormData(event.currentTarget)
    const name = String(fields.get('name'))
    setAsking(true)
    setFailure(null)
    setMade(null)
    try {
      const failed = await register(name, String(fields.get('current')))
      setError(failed)
      if (failed) return
      setMade(name)
      form.current?.reset()
      router.refresh()
    } catch (thrown) {
      setError(null)
      setFailure(toPasskeyFailure(thrown))
    } finally {
      setAsking(false)
    }
  }

  if (obstacle === 'unknown') return null
  if (obstacle)
    return (
      <p role="note" className="mt-4 border-s-4 border-ink ps-3 text-small">
        <PasskeyObstacleText obstacle={obstacle} />
      </p>
    )
  return (
    <form ref={form} onSubmit={submit} className="mt-5 grid grid-cols-1 gap-5">
      <input type="text" name="username" autoComplete="username" value={account} readOnly hidden />
      <label className="grid grid-cols-1 gap-1 text-small">
        {t('name')}
        <input
          name="name"
          required
          maxLength={100}
          autoComplete="off"
          defaultValue={suggestedName}
          className="admin-input min-w-0"
        />
      </label>
      <label className="grid grid-cols-1 gap-1 text-small">
        {t('current')}
        <input
          type="password"
          name="current"
          required
          maxLength={1000}
          autoComplete="current-password"
          className="admin-input min-w-0"
        />
        <span className="text-note text-ink-2">{t('currentHint')}</span>
      </label>
      {error ? <ErrorNotice error={error} /> : null}
      {failure ? (
        <p role="alert" className="border-s-4 border-ink ps-3 text-small">
          {t(`failure.${failure}`)}
        </p>
      ) : null}
      {made ? (
        <p role="status" className="border-s-4 border-ink ps-3 text-small font-bold">
          {t('made', { name: made })}
        </p>
      ) : null}
      <button type="submit" aria-disabled={asking} className="button button-primary justify-self-start">
        {asking ? t('asking') : t('create')}
      </button>
    </form>
  )
}
