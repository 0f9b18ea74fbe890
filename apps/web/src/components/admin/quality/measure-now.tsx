'use client'

import { useTranslations } from 'next-intl'
import { ErrorNotice } from '../error-notice'
import { useJobStart } from '../use-job-start'

/** Puts the golden questions to what serves. */
export function MeasureNow({ questions }: { questions: number }) {
  const t = useTranslations('admin.quality')
  const { running, asking, error, start } = useJobStart({ kind: 'measure', path: '/api/v1/quality/runs' })

  return (
    <div>
      <button
        type="button"
        className="button button-primary aria-disabled:opacity-60"
        disabled={questions === 0}
        aria-disabled={asking || running}
        onClick={start}
      >
        {running ? t('measuring') : t('measure')}
      </button>
      {error ? (
        <div className="mt-4">
          <ErrorNotice error={error} />
        </div>
      ) : null}
    </div>
  )
}
