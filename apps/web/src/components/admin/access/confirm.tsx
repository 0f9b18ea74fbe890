'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useId, useRef, useState } from 'react'
import type { ApiError, ApiResult } from '../call-api'
import { ErrorNotice } from '../error-notice'

/** A button that asks whether it is meant before it does it; what goes wrong is told in the dialog. */
export function Confirm<T>(options: {
  label: string
  /** What a screen reader says in place of the label. */
  name: string
  title: string
  text: ReactNode
  confirm: string
  act: () => Promise<ApiResult<T>>
  onDone: (value: T) => void
}) {
  const { label, name, title, text, confirm, act, onDone } = options
  const t = useTranslations('admin.access')
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()
  const [asking, setAsking] = useState(false)
  const [error, setError] = useState<ApiError | null>(null)

  async function run() {
    if (asking) return
    setAsking(true)
    const { value, error } = await act()
    setError(error ?? null)
    setAsking(false)
    if (error) return
    dialog.current?.close()
    onDone(value as T)
  }

  return (
    <>
      <button
        type="button"
        className="quiet-button"
        aria-label={name}
        onClick={() => {
          setError(null)
          dialog.current?.showModal()
        }}
      >
        {label}
      </button>
      <dialog ref={dialog} aria-labelledby={heading} className="admin-dialog">
        <h2 id={heading} className="text-lead">
          {title}
        </h2>
        <p className="mt-3 text-small">{text}</p>
        {error ? (
          <div className="mt-4">
            <ErrorNotice error={error} />
          </div>
        ) : null}
        <div className="mt-6 flex justify-end gap-3">
          <button type="button" className="button" onClick={() => dialog.current?.close()}>
            {t('cancel')}
          </button>
          <button type="button" className="button button-primary" aria-disabled={asking} onClick={run}>
            {confirm}
          </button>
        </div>
      </dialog>
    </>
  )
}
