'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { JobView } from '@/server/http/describe-job'
import { isFinished } from '@/server/http/is-finished'
import { ErrorNotice } from './error-notice'
import { FailureList } from './failure-list'
import { formatDuration } from './format-duration'
import { JobActions } from './job-actions'
import { useJobBoard } from './job-board-context'
import { JobProgressSteps } from './job-progress-steps'
import { JobResult } from './job-result'
import { JobStatusLabel } from './job-status-label'
import { JobSubjects } from './job-subjects'
import { useNow } from './use-now'

/** One job while it runs, and how it ended. */
export function LiveJob({ job }: { job: JobView }) {
  const t = useTranslations('admin')
  const { dismiss } = useJobBoard()
  const finished = isFinished(job.status)
  return (
    <article
      ref={showWhenAdded}
      data-job={job.id}
      data-status={job.status}
      className="rounded-sheet border border-edge bg-sheet px-4 py-4 sm:px-6"
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 className="text-lead leading-normal">{t(job.change ? `job.change.${job.change}` : `job.${job.kind}`)}</h2>
        <span role="status">
          <JobStatusLabel job={job} />
        </span>
        <Elapsed job={job} />
        <span className="ms-auto flex">
          <Link href={`/admin/jobs/${job.id}`} prefetch={false} className="quiet-button">
            {t('board.details')}
          </Link>
          {finished ? (
            <button type="button" className="quiet-button" onClick={() => dismiss(job.id)}>
              {t('board.dismiss')}
            </button>
          ) : null}
        </span>
      </div>
      <JobSubjects job={job} />
      {job.status === 'queued' ? <Waiting job={job} /> : null}
      {job.status === 'running' && job.progress ? <JobProgressSteps progress={job.progress} /> : null}
      {job.activity && job.activity !== 'working' ? (
        <p className="mt-3 text-small font-bold">
          {job.activity === 'stalled' && job.progress?.fetchingFrom
            ? t('activity.unanswered', { host: job.progress.fetchingFrom })
            : t(`activity.${job.activity}`)}
        </p>
      ) : null}
      {job.result ? <JobResult result={job.result} /> : null}
      {job.result && 'failed' in job.result ? <FailureList failures={job.result.failed} /> : null}
      {job.error ? (
        <div className="mt-3">
          <ErrorNotice error={job.error} />
        </div>
      ) : null}
      <JobActions job={job} />
    </article>
  )
}

/** The board stands at the top: a job asked for further down would begin out of sight. */
function showWhenAdded(panel: HTMLElement | null) {
  panel?.scrollIntoView({ block: 'nearest', behavior: 'smooth' })
}

function Elapsed({ job }: { job: JobView }) {
  const t = useTranslations('admin.board')
  const now = useNow(job.status === 'running')
  if (job.status !== 'running' || !job.startedAt || now === null) return null
  const time = formatDuration((now - Date.parse(job.startedAt)) / 1000)
  return <span className="text-small text-ink-2 tabular-nums">{t('elapsed', { time })}</span>
}

function Waiting({ job }: { job: JobView }) {
  const t = useTranslations('admin.board')
  const { jobs, hasWorker } = useJobBoard()
  const ahead = jobs.filter(
    ({ status, createdAt }) => status === 'running' || (status === 'queued' && createdAt < job.createdAt),
  ).length
  return <p className="text-small text-ink-2">{hasWorker ? t('waiting', { ahead }) : t('waitingForWorker')}</p>
}
