'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useId, useRef, useState } from 'react'
import { type ApiError, callApi } from '../call-api'
import { ErrorNotice } from '../error-notice'
import { useJobBoard } from '../job-board-context'

/** Removes a source after it was asked whether that is meant, and what becomes of its documents. */
export function RemoveSource({ id, name, documents }: { id: string; name: string; documents: number }) {
  const t = useTranslations('admin.source')
  const router = useRouter()
  const dialog = useRef<HTMLDialogElement>(null)
  const title = useId()
  const { follow } = useJobBoard()
  const [withDocuments, setWithDocuments] = useState(false)
  const [asking, setAsking] = useState(false)
  const [error, setError] = useState<ApiError | null>(null)

  async function confirm() {
    if (asking) return
    setAsking(true)
    const query = withDocuments ? '?documents=delete' : ''
    const path = `/api/v1/sources/${encodeURIComponent(id)}${query}`
    const { value, error } = await callApi<{ jobId: string | null }>({ path, method: 'DELETE' })
    setError(error ?? null)
    setAsking(false)
    if (!value) return
    dialog.current?.close()
    if (value.jobId) await follow(value.jobId)
    router.push('/admin/sources')
    router.refresh()
  }

  return (
    <>
      <button
        type="button"
        className="quiet-button"
        aria-label={t('removeOf', { name })}
        onClick={() => {
          setError(null)
          setWithDocuments(false)
          dialog.current?.showModal()
        }}
      >
        {t('remove')}
      </button>
      <dialog ref={dialog} aria-labelledby={title} className="admin-dialog">
        <h2 id={title} className="text-lead">
          {t('removeTitle')}
        </h2>
        <p className="mt-3 text-small">{t('removeText', { name })}</p>
        <label className="mt-4 flex min-h-11 items-center gap-3 text-small">
          <input
            type="checkbox"
            checked={withDocuments}
            onChange={(event) => setWithDocuments(event.target.checked)}
            className="size-5"
          />
          {t('removeDocuments', { count: documents })}
        </label>
        {error ? (
          <div className="mt-4">
            <ErrorNotice error={error} />
          </div>
        ) : null}
        <div className="mt-6 flex justify-end gap-3">
          <button type="button" className="button" onClick={() => dialog.current?.close()}>
            {t('cancel')}
          </button>
          <button type="button" className="button button-primary" aria-disabled={asking} onClick={confirm}>
            {t(withDocuments ? 'removeAll' : 'removeConfirm')}
          </button>
        </div>
      </dialog>
    </>
  )
}
