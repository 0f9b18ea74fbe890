import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import type { JobView } from '@/server/http/describe-job'
import { JobResult } from './job-result'
import { JobStatusLabel } from './job-status-label'
import { JobSubjects } from './job-subjects'

/** Jobs, newest first, each with its outcome; a line leads to all of it. */
export function JobsList({ jobs }: { jobs: readonly JobView[] }) {
  const t = useTranslations('admin.job')
  const format = useFormatter()
  if (jobs.length === 0) return <p className="text-small text-ink-2">{t('none')}</p>
  return (
    <ul className="border-t border-rule" aria-label={t('list')}>
      {jobs.map((job) => (
        <li key={job.id} className="relative border-b border-rule py-3 hover:bg-sheet">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Link
              href={`/admin/jobs/${job.id}`}
              prefetch={false}
              className="font-bold underline-offset-4 after:absolute after:inset-0 hover:underline"
            >
              {t(job.change ? `change.${job.change}` : job.kind)}
            </Link>
            <JobStatusLabel job={job} />
            <time dateTime={job.createdAt} className="text-note text-ink-3 tabular-nums sm:ms-auto">
              {format.dateTime(new Date(job.createdAt), { dateStyle: 'medium', timeStyle: 'short' })}
            </time>
          </div>
          <JobSubjects job={job} />
          {job.result ? <JobResult result={job.result} /> : null}
          {job.error ? <p className="font-mono text-note text-ink-2">{job.error.code}</p> : null}
          {job.repeated ? (
            <p className="text-note text-ink-2">
              {t('repeated', {
                times: job.repeated.times,
                since: format.dateTime(new Date(job.repeated.since), { dateStyle: 'medium', timeStyle: 'short' }),
              })}
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
