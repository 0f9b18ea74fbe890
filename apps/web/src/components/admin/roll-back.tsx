'use client'

import { useTranslations } from 'next-intl'
import { useId, useRef, useState } from 'react'
import { isFinished } from '@/server/http/is-finished'
import { type ApiError, callApi } from './call-api'
import { ErrorNotice } from './error-notice'
import { useJobBoard } from './job-board-context'

/** Lets a kept generation serve again after it was asked whether that is meant. */
export function RollBack({ id, made, documents }: { id: string; made: string; documents: number }) {
  const t = useTranslations('admin.generations')
  const dialog = useRef<HTMLDialogElement>(null)
  const name = useId()
  const { jobs, follow } = useJobBoard()
  const [asking, setAsking] = useState(false)
  const [error, setError] = useState<ApiError | null>(null)
  const running = jobs.some((job) => job.kind === 'rollback' && !isFinished(job.status))

  async function confirm() {
    if (asking) return
    setAsking(true)
    const path = `/api/v1/generations/${encodeURIComponent(id)}/serve`
    const { value, error } = await callApi<{ jobId: string }>({ path, method: 'POST' })
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
        className="button mt-4"
        disabled={running}
        onClick={() => {
          setError(null)
          dialog.current?.showModal()
        }}
      >
        {running ? t('running') : t('open')}
      </button>
      <dialog ref={dialog} aria-labelledby={name} className="admin-dialog">
        <h2 id={name} className="text-lead">
          {t('confirmTitle')}
        </h2>
        <p className="mt-3 text-small whitespace-normal">{t('confirmText', { made, count: documents })}</p>
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
            {asking ? t('running') : t('confirm')}
          </button>
        </div>
      </dialog>
    </>
  )
}
