'use client'

import { useTranslations } from 'next-intl'
import type { RebuildEstimate } from '@/server/http/estimate-rebuild'
import { ErrorNotice } from './error-notice'
import { formatDuration } from './format-duration'
import { useJobStart } from './use-job-start'

/** The one button that rebuilds the index. While a rebuild is under way it says so. */
export function ReindexPanel({ estimate }: { estimate: RebuildEstimate }) {
  const t = useTranslations('admin.reindex')
  const { running, asking, error, start } = useJobStart({ kind: 'reindex', path: '/api/v1/reindex' })

  return (
    <section aria-labelledby="reindex-title">
      <h2 id="reindex-title" className="text-entry">
        {t('title')}
      </h2>
      <p className="mt-2 max-w-measure text-small text-ink-2">{t('text')}</p>
      {estimate.passages > 0 ? (
        <p className="mt-2 text-small tabular-nums">
          {estimate.seconds === null
            ? t('firstEstimate', { passages: estimate.passages })
            : t('estimate', { passages: estimate.passages, time: formatDuration(Math.max(1, estimate.seconds)) })}
        </p>
      ) : null}
      <button
        type="button"
        className="button button-primary mt-4 aria-disabled:opacity-60"
        aria-disabled={asking || running}
        onClick={start}
      >
        {running ? t('running') : asking ? t('starting') : t('start')}
      </button>
      {error ? (
        <div className="mt-4">
          <ErrorNotice error={error} />
        </div>
      ) : null}
    </section>
  )
}
