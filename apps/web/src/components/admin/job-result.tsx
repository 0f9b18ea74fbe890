import type { DeleteReport, IngestReport } from '@shutten/core'
import { useTranslations } from 'next-intl'

const counts = ['added', 'updated', 'unchanged', 'moved', 'deleted', 'quarantined'] as const

/** What a job did, in one line. Counts of nothing are left out. */
export function JobResult({ result }: { result: IngestReport | DeleteReport }) {
  const t = useTranslations('admin.job')
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
