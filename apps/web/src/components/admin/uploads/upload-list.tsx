'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { type ApiError, callApi } from '../call-api'
import { ErrorNotice } from '../error-notice'
import { useJobBoard } from '../job-board-context'
import type { UploadQueue, UploadSnapshot } from './create-upload-queue'
import { describeProgress, type UploadProgress } from './describe-progress'
import { findUploadProblem } from './find-upload-problem'
import type { UploadEntry } from './upload-entry'
import { UploadRow } from './upload-row'
import { useUploadJobs } from './use-upload-jobs'

/** Rows that are shown at first, and with each asking for more: of thousands the first, those with trouble before all others. */
const shownRows = 500
const troubled: readonly UploadProgress['state'][] = ['refused', 'failed', 'quarantined', 'cancelled']
const ended: readonly UploadProgress['state'][] = [...troubled, 'done']

/** Each file that was added here, until the page is left: its bytes on the way up, then its way into the index. */
export function UploadList({ queue, snapshot }: { queue: UploadQueue; snapshot: UploadSnapshot }) {
  const t = useTranslations('admin.uploads')
  const { follow } = useJobBoard()
  const { entries, held } = snapshot
  const jobs = useUploadJobs([...new Set(entries.flatMap(({ jobId }) => jobId ?? []))])
  const [error, setError] = useState<ApiError | null>(null)
  const [shown, setShown] = useState(shownRows)
  const rows = entries.map((entry) => {
    const found = jobs.get(entry.jobId ?? '')
    const items = found?.items.get(entry.uri ?? '') ?? []
    return { entry, items, progress: describeProgress({ entry, job: found?.job ?? null, items }) }
  })
  const count = (states: readonly UploadProgress['state'][]) =>
    rows.filter(({ progress }) => states.includes(progress.state)).length
  const done = count(['done'])
  const wrong = count(['refused', 'failed'])
  const left = rows.length - count(ended)
  const sending = entries.filter(({ state }) => state === 'waiting' || state === 'sending').length
  const ordered = [...rows].sort(
    (a, b) => Number(troubled.includes(b.progress.state)) - Number(troubled.includes(a.progress.state)),
  )

  async function retry(entry: UploadEntry, position: number | undefined) {
    if (entry.state !== 'taken') return queue.retry(entry.id)
    if (entry.jobId === null) return
    const { value, error } = await callApi<{ id: string }>({
      path: `/api/v1/jobs/${entry.jobId}/retry`,
      method: 'POST',
      json: position === undefined ? {} : { position },
    })
    setError(error ?? null)
    if (value) await follow(entry.jobId)
  }

  if (rows.length === 0) return null
  return (
    <div className="mt-4" data-uploads>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <p role="status" className="text-small font-bold tabular-nums">
          {t('summary', { total: rows.length, done, left })}
          {wrong > 0 ? ` ${t('wrong', { count: wrong })}` : ''}
        </p>
        {sending > 0 ? (
          <button type="button" className="quiet-button" onClick={() => queue.cancelAll()}>
            {t('cancelAll')}
          </button>
        ) : null}
        {left === 0 ? (
          <button type="button" className="quiet-button" onClick={() => queue.clear()}>
            {t('clear')}
          </button>
        ) : null}
      </div>
      {left > 0 ? (
        <progress className="admin-progress mt-2" aria-label={t('all')} value={rows.length - left} max={rows.length} />
      ) : null}
      {held ? (
        <div className="mt-3">
          <ErrorNotice error={held} />
          <button type="button" className="button mt-3" onClick={() => queue.resume()}>
            {t('resume')}
          </button>
        </div>
      ) : null}
      {error ? (
        <div className="mt-3">
          <ErrorNotice error={error} />
        </div>
      ) : null}
      {wrong > 0 ? <h3 className="mt-3 text-small font-bold">{t('refused')}</h3> : null}
      <ul
        aria-label={t('list')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: once all are done nothing in it takes the focus, and it is scrolled with the keyboard
        tabIndex={0}
        className="mt-2 max-h-96 overflow-y-auto border-t border-rule"
      >
        {ordered.slice(0, shown).map(({ entry, items, progress }) => (
          <UploadRow
            key={entry.id}
            entry={entry}
            progress={progress}
            canRetry={
              progress.state === 'failed' ||
              (progress.state === 'cancelled' && entry.state === 'cancelled') ||
              (progress.state === 'refused' && findUploadProblem(entry) === null)
            }
            onRetry={() => retry(entry, items.find(({ status }) => status === 'failed')?.position)}
            onCancel={() => queue.cancel(entry.id)}
          />
        ))}
      </ul>
      {rows.length > shown ? (
        <button type="button" className="quiet-button mt-2" onClick={() => setShown(shown + shownRows)}>
          {t('more', { count: rows.length - shown })}
        </button>
      ) : null}
    </div>
  )
}
