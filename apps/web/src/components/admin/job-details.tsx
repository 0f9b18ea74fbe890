import { useFormatter, useTranslations } from 'next-intl'
import type { JobView } from '@/server/http/describe-job'
import { ErrorNotice } from './error-notice'
import { FailureList } from './failure-list'
import { JobActions } from './job-actions'
import { JobResult } from './job-result'
import { JobStatusLabel } from './job-status-label'

/** All that is known of one job. */
export function JobDetails({ job }: { job: JobView }) {
  const t = useTranslations('admin.job')
  const format = useFormatter()
  const moments = [
    ['created', job.createdAt],
    ['started', job.startedAt],
    ['finished', job.finishedAt],
  ] as const
  return (
    <>
      <div className="flex flex-wrap items-center gap-3">
        <h1 className="text-title">{t(job.change ? `change.${job.change}` : job.kind)}</h1>
        <JobStatusLabel job={job} />
      </div>
      {job.result ? <JobResult result={job.result} /> : null}
      {job.error ? (
        <div className="mt-4">
          <ErrorNotice error={job.error} live={false} />
        </div>
      ) : null}
      {job.result && 'failed' in job.result ? <FailureList failures={job.result.failed} /> : null}
      <JobActions job={job} />
      <dl className="admin-colophon mt-8">
        {moments.map(([name, at]) =>
          at ? (
            <div key={name}>
              <dt>{t(name)}</dt>
              <dd>
                <time dateTime={at}>{format.dateTime(new Date(at), { dateStyle: 'long', timeStyle: 'medium' })}</time>
              </dd>
            </div>
          ) : null,
        )}
        {job.subjects.length > 0 ? (
          <div>
            <dt>{t('subjects')}</dt>
            <dd className="font-mono text-note leading-8">
              {job.subjects.map((subject) => (
                <span key={subject} className="block">
                  {subject}
                </span>
              ))}
              {job.subjectCount > job.subjects.length
                ? t('more', { count: job.subjectCount - job.subjects.length })
                : null}
            </dd>
          </div>
        ) : null}
        {job.result?.generation ? (
          <div>
            <dt>{t('generation')}</dt>
            <dd className="font-mono text-note leading-8">{job.result.generation}</dd>
          </div>
        ) : null}
      </dl>
    </>
  )
}
