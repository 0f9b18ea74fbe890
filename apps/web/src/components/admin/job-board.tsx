'use client'

import { useTranslations } from 'next-intl'
import { useJobBoard } from './job-board-context'
import { LiveJob } from './live-job'

/** The jobs under way, on every admin page. */
export function JobBoard() {
  const t = useTranslations('admin.board')
  const { jobs } = useJobBoard()
  if (jobs.length === 0) return null
  return (
    <section aria-label={t('title')} className="mb-10 grid gap-3">
      {jobs.map((job) => (
        <LiveJob key={job.id} initial={job} />
      ))}
    </section>
  )
}
