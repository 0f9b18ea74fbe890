'use client'

import type { SourceView } from '@shutten/ingestion/sources'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { isFinished } from '@/server/http/is-finished'
import { type ApiError, callApi } from '../call-api'
import { ErrorNotice } from '../error-notice'
import { useJobBoard } from '../job-board-context'
import { RemoveSource } from './remove-source'

/** What can be done to a source: visit it now, and by who may change it have it visited no more, or remove it. */
export function SourceActions({ source, canChange }: { source: SourceView; canChange: boolean }) {
  const t = useTranslations('admin.source')
  const router = useRouter()
  const { jobs, follow } = useJobBoard()
  const [asking, setAsking] = useState(false)
  const [error, setError] = useState<ApiError | null>(null)
  const { id, name, enabled, lastRun } = source
  const running = jobs.some((job) => job.id === lastRun?.id && !isFinished(job.status))
  const path = `/api/v1/sources/${encodeURIComponent(id)}`

  async function ask<T>(call: Parameters<typeof callApi>[0], done: (value: T) => Promise<void> | void) {
    if (asking) return
    setAsking(true)
    const { value, error } = await callApi<T>(call)
    setError(error ?? null)
    if (value) await done(value)
    setAsking(false)
  }

  return (
    <div className="mt-2">
      <div className="-ms-2 flex flex-wrap gap-1">
        {enabled ? (
          <button
            type="button"
            className="quiet-button"
            aria-disabled={asking || running}
            aria-label={t('runOf', { name })}
            onClick={() =>
              running
                ? undefined
                : ask<{ jobId: string }>({ path: `${path}/runs`, method: 'POST' }, ({ jobId }) => follow(jobId))
            }
          >
            {running ? t('running') : t('run')}
          </button>
        ) : null}
        {canChange ? (
          <>
            <button
              type="button"
              className="quiet-button"
              aria-disabled={asking}
              aria-label={t(enabled ? 'disableOf' : 'enableOf', { name })}
              onClick={() => ask({ path, method: 'PATCH', json: { enabled: !enabled } }, () => router.refresh())}
            >
              {t(enabled ? 'disable' : 'enable')}
            </button>
            <RemoveSource id={id} name={name} documents={source.documents} />
          </>
        ) : null}
      </div>
      {error ? <ErrorNotice error={error} /> : null}
    </div>
  )
}
