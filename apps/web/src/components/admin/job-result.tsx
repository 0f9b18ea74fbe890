import type { DeleteReport, IngestReport, MeasureReport } from '@shutten/core'
import Link from 'next/link'
import { useTranslations } from 'next-intl'

const counts = ['added', 'updated', 'unchanged', 'moved', 'deleted', 'quarantined'] as const

/** What a job did, in one line. Counts of nothing are left out. */
export function JobResult({ result }: { result: IngestReport | DeleteReport | MeasureReport }) {
  const t = useTranslations('admin.job')
  if ('measured' in result) return <Measured result={result} />
  const parts =
    'proof' in result
      ? [
          Object.values(result.proof).every((count) => count === 0)
            ? t('deletedProof')
            : t('deletedPartly', { count: Object.values(result.proof).reduce((sum, count) => sum + count, 0) }),
          ...(result.heldBy ?? []).map(({ name }) => t('heldBy', { name })),
        ]
      : [
          ...counts.filter((count) => result[count] > 0).map((count) => t(count, { count: result[count] })),
          ...(result.edited ? [t('edited', { count: result.edited })] : []),
          ...(result.failed.length > 0 ? [t('unread', { count: result.failed.length })] : []),
        ]
  return (
    <p className="flex flex-wrap gap-x-4 text-small text-ink-2">
      {parts.map((part) => (
        <span key={part}>{part}</span>
      ))}
      <span className="tabular-nums">{t('seconds', { seconds: result.seconds })}</span>
    </p>
  )
}

function Measured({ result }: { result: MeasureReport }) {
  const t = useTranslations('admin.quality')
  const { questions, correct } = result.report
  return (
    <p className="flex flex-wrap gap-x-4 text-small text-ink-2">
      <Link
        href={`/admin/quality/runs/${result.measured}`}
        prefetch={false}
        className="relative inline-block py-0.5 underline underline-offset-4"
      >
        {correct === null ? t('measuredOnly', { questions }) : t('measured', { questions, correct })}
      </Link>
    </p>
  )
}
