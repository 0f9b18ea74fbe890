'use client'

import { useTranslations } from 'next-intl'
import { isFinished } from '@/server/http/is-finished'
import { callApi } from '../call-api'
import { ConfirmButton } from '../confirm-button'
import { useJobBoard } from '../job-board-context'

/** Deletes a document after it was asked whether that is meant. */
export function DeleteDocument({ id, title }: { id: string; title: string }) {
  const t = useTranslations('admin.delete')
  const { jobs, follow } = useJobBoard()
  const deleting = jobs.some((job) => job.kind === 'delete' && job.subjects[0] === id && !isFinished(job.status))
  return (
    <ConfirmButton
      label={deleting ? t('deleting') : t('open')}
      accessibleName={deleting ? undefined : t('openOf', { title })}
      className="quiet-button"
      disabled={deleting}
      title={t('title')}
      text={t('text', { title })}
      words={{ cancel: t('cancel'), confirm: t('confirm'), asking: t('deleting') }}
      act={async () => {
        const path = `/api/v1/documents/${encodeURIComponent(id)}`
        const { value, error } = await callApi<{ jobId: string }>({ path, method: 'DELETE' })
        if (value) await follow(value.jobId)
        return error ?? null
      }}
    />
  )
}
