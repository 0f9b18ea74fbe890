'use client'

import { useTranslations } from 'next-intl'
import { isFinished } from '@/server/http/is-finished'
import { callApi } from '../call-api'
import { ConfirmButton } from '../confirm-button'
import { useJobBoard } from '../job-board-context'

/** Applies the policy of today to what is stored, after it was asked whether that is meant. */
export function ApplyPolicy() {
  const t = useTranslations('admin.quarantine')
  const { jobs, follow } = useJobBoard()
  const running = jobs.some((job) => job.kind === 'apply-policy' && !isFinished(job.status))
  return (
    <section aria-labelledby="apply-policy-title" className="mt-14 max-w-measure">
      <h2 id="apply-policy-title" className="text-entry">
        {t('apply')}
      </h2>
      <p className="mt-2 mb-4 text-small text-ink-2">{t('applyText')}</p>
      <ConfirmButton
        label={running ? t('applying') : t('applyOpen')}
        disabled={running}
        title={t('applyTitle')}
        text={t('applyConfirm')}
        words={{ cancel: t('cancel'), confirm: t('applyOpen'), asking: t('asking') }}
        act={async () => {
          const { value, error } = await callApi<{ jobId: string }>({ path: '/api/v1/hygiene/apply', method: 'POST' })
          if (value) await follow(value.jobId)
          return error ?? null
        }}
      />
    </section>
  )
}
