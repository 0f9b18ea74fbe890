'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { isFinished } from '@/server/http/is-finished'
import { type ApiError, callApi } from '../call-api'
import { ErrorNotice } from '../error-notice'
import { useJobBoard } from '../job-board-context'

/** Puts the golden questions to what serves. */
export function MeasureNow({ questions }: { questions: number }) {
  const t = useTranslations('admin.quality')
  const { jobs, follow } = useJobBoard()
  const [asking, setAsking] = useState(false)
  const [error, setError] = useState<ApiError | null>(null)
  const running = jobs.some((job) => job.kind === 'measure' && !isFinished(job.status))

  async function start() {
    if (asking || running) return
    setAsking(true)
    const { value, error } = await callApi<{ jobId: string }>({ path: '/api/v1/quality/runs', method: 'POST' })
    setError(error ?? null)
    if (value) await follow(value.jobId)
    setAsking(false)
  }

  return (
    <div>
      <button
        type="button"
        className="button button-primary aria-disabled:opacity-60"
        disabled={questions === 0}
        aria-disabled={asking || running}
        onClick={start}
      >
        {running ? t('measuring') : t('measure')}
      </button>
      {error ? (
        <div className="mt-4">
          <ErrorNotice error={error} />
        </div>
      ) : null}
    </div>
  )
}
