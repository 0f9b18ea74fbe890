'use client'

import { type ReactNode, useId, useRef, useState } from 'react'
import type { ApiError } from './call-api'
import { ErrorNotice } from './error-notice'

/** A button, and the question behind it: nothing happens before it was confirmed, and what fails is told in the dialog. */
export function ConfirmButton(options: {
  label: string
  /** Where the label alone does not say what it is of. */
  accessibleName?: string | undefined
  className?: string
  disabled?: boolean
  title: string
  text: string
  words: { cancel: string; confirm: string; asking: string }
  /** Further choices, below the text. */
  children?: ReactNode
  onOpen?: () => void
  /** Does it; gives what went wrong, or null, which closes the dialog. */
  act: () => Promise<ApiError | null>
}) {
  const { className = 'button', words, act } = options
  const dialog = useRef<HTMLDialogElement>(null)
  const name = useId()
  const [asking, setAsking] = useState(false)
  const [error, setError] = useState<ApiError | null>(null)

  async function confirm() {
    if (asking) return
    setAsking(true)
    const failed = await act()
    setError(failed)
    setAsking(false)
    if (!failed) dialog.current?.close()
  }

  return (
    <>
      <button
        type="button"
        className={className}
        disabled={options.disabled}
        aria-label={options.accessibleName}
        onClick={() => {
          setError(null)
          options.onOpen?.()
          dialog.current?.showModal()
        }}
      >
        {options.label}
      </button>
      <dialog ref={dialog} aria-labelledby={name} className="admin-dialog">
        <h2 id={name} className="text-lead">
          {options.title}
        </h2>
        <p className="mt-3 text-small whitespace-normal">{options.text}</p>
        {options.children}
        {error ? (
          <div className="mt-4">
            <ErrorNotice error={error} />
          </div>
        ) : null}
        <div className="mt-6 flex justify-end gap-3">
          <button type="button" className="button" onClick={() => dialog.current?.close()}>
            {words.cancel}
          </button>
          <button type="button" className="button button-primary" aria-disabled={asking} onClick={confirm}>
            {asking ? words.asking : words.confirm}
          </button>
        </div>
      </dialog>
    </>
  )
}
