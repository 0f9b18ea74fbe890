import { useTranslations } from 'next-intl'
import type { JobView } from '@/server/http/describe-job'

const marks = {
  queued: '…',
  running: '▸',
  paused: '‖',
  succeeded: '✓',
  partly: '!',
  failed: '×',
  cancelled: '–',
} as const

/** How a job stands, in a word; the mark before it is for the eye only. */
export function JobStatusLabel({ job }: { job: JobView }) {
  const t = useTranslations('admin.job')
  const partly = job.status === 'succeeded' && job.result && 'failed' in job.result && job.result.failed.length > 0
  const state = partly ? 'partly' : job.status
  const loud = state === 'failed' || state === 'partly' || state === 'running'
  return (
    <span
      className={`inline-flex items-center gap-1.5 rounded-mark border px-2 py-0.5 text-note whitespace-nowrap ${loud ? 'border-ink bg-ink text-paper' : 'border-edge text-ink-2'}`}
    >
      <span aria-hidden="true">{marks[state]}</span>
      {t(state)}
    </span>
  )
}
