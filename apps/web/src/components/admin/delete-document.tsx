'use client'

import { useTranslations } from 'next-intl'
import { useId, useRef, useState } from 'react'
import { isFinished } from '@/server/http/is-finished'
import { type ApiError, callApi } from './call-api'
import { ErrorNotice } from './error-notice'
import { useJobBoard } from './job-board-context'

/** Deletes a document after it was asked whether that is meant. */
export function DeleteDocument({ id, title }: { id: string; title: string }) {
  const t = useTranslations('admin.delete')
  const dialog = useRef<HTMLDialogElement>(null)
  const name = useId()
  const { jobs, follow } = useJobBoard()
  const [asking, setAsking] = useState(false)
  const [error, setError] = useState<ApiError | null>(null)
  const deleting = jobs.some((job) => job.kind === 'delete' && job.subjects[0] === id && !isFinished(job.status))

  async function confirm() {
    if (asking) return
    setAsking(true)
    const path = `/api/v1/documents/${encodeURIComponent(id)}`
    const { value, error } = await callApi<{ jobId: string }>({ path, method: 'DELETE' })
    setError(error ?? null)
    setAsking(false)
    if (!value) return
    dialog.current?.close()
    await follow(value.jobId)
  }

  return (
    <>
      <button
        type="button"
        className="quiet-button"
        disabled={deleting}
        aria-label={deleting ? undefined : t('openOf', { title })}
        onClick={() => {
          setError(null)
          dialog.current?.showModal()
        }}
      >
        {deleting ? t('deleting') : t('open')}
      </button>
      <dialog ref={dialog} aria-labelledby={name} className="admin-dialog">
        <h2 id={name} className="text-lead">
          {t('title')}
        </h2>
        <p className="mt-3 text-small whitespace-normal">{t('text', { title })}</p>
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
            {asking ? t('deleting') : t('confirm')}
          </button>
        </div>
      </dialog>
    </>
  )
}
