'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { type ApiError, callApi } from '../call-api'
import { ErrorNotice } from '../error-notice'
import { useJobBoard } from '../job-board-context'

/** Tries one item of a finished job again. */
export function RetryItem({ jobId, position, name }: { jobId: string; position: number; name: string }) {
  const t = useTranslations('admin.documentList')
  const { follow } = useJobBoard()
  const [asking, setAsking] = useState(false)
  const [error, setError] = useState<ApiError | null>(null)
  async function retry() {
    if (asking) return
    setAsking(true)
    const path = `/api/v1/jobs/${jobId}/retry`
    const { value, error } = await callApi({ path, method: 'POST', json: { position } })
    setError(error ?? null)
    if (value) await follow(jobId)
    setAsking(false)
  }
  return (
    <>
      <button
        type="button"
        className="quiet-button"
        aria-disabled={asking}
        aria-label={t('retryOf', { name })}
        onClick={retry}
      >
        {t('retry')}
      </button>
      {error ? <ErrorNotice error={error} /> : null}
    </>
  )
}
