import type { ErrorBody } from '@shutten/core'
import { useTranslations } from 'next-intl'

/** A policy's file that cannot be read. */
export function PolicyProblem({ problem }: { problem: ErrorBody | null }) {
  const t = useTranslations('admin.settings')
  if (!problem) return null
  return (
    <div role="alert" className="border-s-4 border-ink bg-sheet px-4 py-3 text-small">
      <p className="font-bold">{t('fileUnreadable')}</p>
      <p lang="en" className="text-note text-ink-2 wrap-anywhere">
        {problem.message}
      </p>
    </div>
  )
}
