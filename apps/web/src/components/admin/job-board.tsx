'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { isFinished } from '@/server/http/is-finished'
import { ErrorNotice } from './error-notice'
import { useJobBoard } from './job-board-context'
import { LiveJob } from './live-job'

const signedOut = { code: 'UNAUTHENTICATED', message: 'The session has ended.', suggestion: 'Sign in again.' }

/** The jobs under way, on every admin page, and what keeps them from going on. */
export function JobBoard() {
  const t = useTranslations('admin.board')
  const { jobs, open, hasWorker, connection } = useJobBoard()
  const shown = jobs.filter(({ status }) => !isFinished(status)).length
  if (jobs.length === 0 && hasWorker && connection === 'open') return null
  return (
    <section aria-label={t('title')} className="mb-10 grid gap-3">
      {connection === 'signed-out' ? <ErrorNotice error={signedOut} /> : null}
      {connection === 'lost' ? (
        <p role="status" className="text-small font-bold">
          {t('reconnecting')}
        </p>
      ) : null}
      {hasWorker || connection === 'signed-out' ? null : (
        <div role="status" data-no-worker className="border-s-4 border-ink bg-sheet px-4 py-3 text-small">
          <p className="font-bold">{t('noWorker', { count: open })}</p>
          <p className="text-ink-2">{t('startWorker')}</p>
        </div>
      )}
      {jobs.map((job) => (
        <LiveJob key={job.id} job={job} />
      ))}
      {open > shown ? (
        <p className="text-small">
          <Link href="/admin/jobs?status=open" prefetch={false} className="underline underline-offset-4">
            {t('moreWaiting', { count: open - shown })}
          </Link>
        </p>
      ) : null}
    </section>
  )
}
