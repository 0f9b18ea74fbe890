'use client'

import type { Candidate } from '@shutten/core'
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { isFinished } from '@/server/http/is-finished'
import { callApi } from '../call-api'
import { ConfirmButton } from '../confirm-button'
import { useJobBoard } from '../job-board-context'
import { ShortfallList } from './shortfall-list'

/** An index that was built and is not switched to, with why, and the two ways on. */
export function HeldGeneration({ candidate, canDecide }: { candidate: Candidate; canDecide: boolean }) {
  const t = useTranslations('admin.quality')
  const format = useFormatter()
  const { jobs, follow } = useJobBoard()
  const { generationId, held, documents, passages, createdAt, jobId } = candidate
  const hasFallen = held?.verdict.shortfalls.some(({ rule }) => rule === 'fall')
  const isBusy = jobs.some(
    (job) => !isFinished(job.status) && (job.id === jobId || job.subjects.includes(generationId)),
  )
  const ask = async (path: string, method: string) => {
    const { value, error } = await callApi<{ jobId: string }>({ path, method })
    if (value) await follow(value.jobId)
    return error ?? null
  }
  const path = `/api/v1/candidates/${encodeURIComponent(generationId)}`
  return (
    <section
      aria-labelledby="held-title"
      className="mt-6 border-s-4 border-ink bg-sheet px-4 py-4"
      data-held={generationId}
    >
      <h2 id="held-title" className="text-lead">
        {t('heldTitle')}
      </h2>
      <p className="mt-1 max-w-measure text-small">
        {t('heldText', {
          documents,
          passages,
          at: format.dateTime(new Date(createdAt), { dateStyle: 'long', timeStyle: 'short' }),
        })}
      </p>
      {held ? <ShortfallList shortfalls={held.verdict.shortfalls} /> : null}
      <p className="mt-2 flex flex-wrap gap-x-5 text-small">
        {held ? (
          <Link
            href={`/admin/quality/runs/${held.runId}${hasFallen ? '?show=fell' : ''}`}
            prefetch={false}
            className="inline-flex min-h-11 items-center underline underline-offset-4"
          >
            {t('seeWhatFell')}
          </Link>
        ) : null}
        <Link
          href={`/admin/jobs/${jobId}`}
          prefetch={false}
          className="inline-flex min-h-11 items-center underline underline-offset-4"
        >
          {t('seeJob')}
        </Link>
      </p>
      {canDecide ? (
        <div className="mt-2 flex flex-wrap gap-3">
          <ConfirmButton
            label={t('accept')}
            disabled={isBusy}
            title={t('acceptTitle')}
            text={t('acceptText')}
            words={{ cancel: t('cancel'), confirm: t('accept'), asking: t('asking') }}
            act={() => ask(`${path}/accept`, 'POST')}
          />
          <ConfirmButton
            label={t('drop')}
            disabled={isBusy}
            title={t('dropTitle')}
            text={t('dropText')}
            words={{ cancel: t('cancel'), confirm: t('drop'), asking: t('asking') }}
            act={() => ask(path, 'DELETE')}
          />
        </div>
      ) : (
        <p className="mt-2 text-small text-ink-2">{t('adminDecides')}</p>
      )}
    </section>
  )
}
