'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { JobAction } from '@/server/http/change-job'
import type { JobView } from '@/server/http/describe-job'
import { type ApiError, callApi } from './call-api'
import { ErrorNotice } from './error-notice'
import { useJobBoard } from './job-board-context'
import { listJobActions } from './list-job-actions'

/** What can be done to a job as it stands. */
export function JobActions({ job }: { job: JobView }) {
  const t = useTranslations('admin.jobAction')
  const { follow } = useJobBoard()
  const [asking, setAsking] = useState<JobAction | null>(null)
  const [error, setError] = useState<ApiError | null>(null)
  const actions = listJobActions(job)

  async function ask(action: JobAction) {
    if (asking) return
    setAsking(action)
    const { value, error } = await callApi<JobView>({ path: `/api/v1/jobs/${job.id}/${action}`, method: 'POST' })
    setError(error ?? null)
    if (value) await follow(job.id)
    setAsking(null)
  }

  if (actions.length === 0) return null
  return (
    <div className="mt-3">
      <div className="-ms-2 flex flex-wrap gap-1">
        {actions.map((action) => (
          <button
            key={action}
            type="button"
            className="quiet-button"
            aria-disabled={asking !== null}
            onClick={() => ask(action)}
          >
            {t(action)}
          </button>
        ))}
      </div>
      {error ? <ErrorNotice error={error} /> : null}
    </div>
  )
}
