import { useFormatter, useTranslations } from 'next-intl'
import { lastSegment } from '@/documents/last-segment'
import type { JobView } from '@/server/http/describe-job'

/** What a job works on, in one line. */
export function JobSubjects({ job }: { job: JobView }) {
  const t = useTranslations('admin.job')
  const format = useFormatter()
  const shown = job.subjects.slice(0, 3)
  if (shown.length === 0) return null
  const rest = job.subjectCount - shown.length
  return (
    <p className="truncate text-small text-ink-2">
      {format.list(shown.map(lastSegment), { style: 'narrow' })}
      {rest > 0 ? ` ${t('more', { count: rest })}` : ''}
    </p>
  )
}
