'use client'

import { useTranslations } from 'next-intl'
import { isFinished } from '@/server/http/is-finished'
import { callApi } from './call-api'
import { ConfirmButton } from './confirm-button'
import { useJobBoard } from './job-board-context'

/** Lets a kept generation serve again after it was asked whether that is meant. */
export function RollBack({ id, made, documents }: { id: string; made: string; documents: number }) {
  const t = useTranslations('admin.generations')
  const { jobs, follow } = useJobBoard()
  const running = jobs.some((job) => job.kind === 'rollback' && !isFinished(job.status))
  return (
    <ConfirmButton
      label={running ? t('running') : t('open')}
      className="button mt-4"
      disabled={running}
      title={t('confirmTitle')}
      text={t('confirmText', { made, count: documents })}
      words={{ cancel: t('cancel'), confirm: t('confirm'), asking: t('running') }}
      act={async () => {
        const path = `/api/v1/generations/${encodeURIComponent(id)}/serve`
        const { value, error } = await callApi<{ jobId: string }>({ path, method: 'POST' })
        if (value) await follow(value.jobId)
        return error ?? null
      }}
    />
  )
}
