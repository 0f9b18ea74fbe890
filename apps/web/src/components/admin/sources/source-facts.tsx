import type { SourceView } from '@shutten/ingestion/sources'
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { JobResult } from '../job-result'

/** Where a source is, when it is visited, and what its last visit came to. */
export function SourceFacts({ source }: { source: SourceView }) {
  const t = useTranslations('admin.source')
  const format = useFormatter()
  const { schedule, nextRunAt, lastRun } = source
  const toTime = (time: string) => format.dateTime(new Date(time), { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <div className="mt-1 grid gap-1 text-small text-ink-2">
      <p className="font-mono text-note break-all text-ink-3">{source.location}</p>
      <p className="flex flex-wrap gap-x-4">
        <span>{t('documents', { count: source.documents })}</span>
        <span>{schedule ? t('schedule', { cron: schedule.cron, timeZone: schedule.timeZone }) : t('manual')}</span>
        {nextRunAt ? <span>{t('next', { time: toTime(nextRunAt) })}</span> : null}
      </p>
      {lastRun ? (
        <div className="flex flex-wrap gap-x-3">
          <Link href={`/admin/jobs/${lastRun.id}`} prefetch={false} className="underline underline-offset-4">
            {t('last', { time: toTime(lastRun.finishedAt ?? lastRun.createdAt) })}
          </Link>
          {lastRun.result ? <JobResult result={lastRun.result} /> : <span>{t(lastRun.status)}</span>}
          {lastRun.error ? <code className="font-mono text-note">{lastRun.error.code}</code> : null}
        </div>
      ) : (
        <p>{t('never')}</p>
      )}
    </div>
  )
}
