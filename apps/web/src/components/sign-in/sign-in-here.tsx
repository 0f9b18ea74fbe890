'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useId, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { type ApiError, callApi } from '../admin/call-api'
import { PasskeySignIn } from '../passkeys/passkey-sign-in'
import { SignInFields } from './sign-in-fields'
import '../admin/admin.css'

const problems: Readonly<Record<string, 'wrong' | 'limited'>> = { UNAUTHENTICATED: 'wrong', RATE_LIMITED: 'limited' }

/** Signs in on the page where the session ended, so that nothing that was typed on it is lost. */
export function SignInHere() {
  const t = useTranslations('signIn')
  const dialog = useRef<HTMLDialogElement>(null)
  const title = useId()
  const [asking, setAsking] = useState(false)
  const [error, setError] = useState<ApiError | null>(null)
  const [done, setDone] = useState(false)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    // In React's tree, though not in the page's, this form stands in the one that was refused.
    event.stopPropagation()
    if (asking) return
    setAsking(true)
    const fields = new FormData(event.currentTarget)
    const json = { name: fields.get('name'), password: fields.get('password') }
    const { error } = await callApi({ path: '/api/v1/session', method: 'POST', json })
    setAsking(false)
    setError(error ?? null)
    if (!error) enter()
  }

  function enter() {
    setDone(true)
    dialog.current?.close()
  }

  return (
    <>
      {done ? (
        <p role="status" className="mt-3 font-bold">
          {t('here.done')}
        </p>
      ) : null}
      <button type="button" className="button mt-3" onClick={() => dialog.current?.showModal()}>
        {t('here.open')}
      </button>
      {typeof document === 'undefined'
        ? null
        : createPortal(
            <dialog ref={dialog} aria-labelledby={title} className="admin-dialog">
              <h2 id={title} className="text-lead">
                {t('here.title')}
              </h2>
              <p className="mt-2 text-small text-ink-2">{t('here.text')}</p>
              <form onSubmit={submit} className="mt-5 grid gap-5">
                <SignInFields problem={error && (problems[error.code] ?? 'failed')} />
                <div className="flex justify-end gap-3">
                  <button type="button" className="button" onClick={() => dialog.current?.close()}>
                    {t('here.cancel')}
                  </button>
                  <button type="submit" aria-disabled={asking} className="button button-primary">
                    {t('submit')}
                  </button>
                </div>
              </form>
              <div className="mt-4 border-t border-rule pt-4">
                <PasskeySignIn onDone={enter} />
              </div>
            </dialog>,
            document.body,
          )}
    </>
  )
}
