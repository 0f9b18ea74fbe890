'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { callApi } from '../call-api'
import { ConfirmButton } from '../confirm-button'
import { useJobBoard } from '../job-board-context'

/** Removes a source after it was asked whether that is meant, and what becomes of its documents. */
export function RemoveSource({ id, name, documents }: { id: string; name: string; documents: number }) {
  const t = useTranslations('admin.source')
  const router = useRouter()
  const { follow } = useJobBoard()
  const [withDocuments, setWithDocuments] = useState(false)
  const confirm = t(withDocuments ? 'removeAll' : 'removeConfirm')
  return (
    <ConfirmButton
      label={t('remove')}
      accessibleName={t('removeOf', { name })}
      className="quiet-button"
      title={t('removeTitle')}
      text={t('removeText', { name })}
      words={{ cancel: t('cancel'), confirm, asking: confirm }}
      onOpen={() => setWithDocuments(false)}
      act={async () => {
        const query = withDocuments ? '?documents=delete' : ''
        const path = `/api/v1/sources/${encodeURIComponent(id)}${query}`
        const { value, error } = await callApi<{ jobId: string | null }>({ path, method: 'DELETE' })
        if (!value) return error
        if (value.jobId) await follow(value.jobId)
        router.push('/admin/sources')
        router.refresh()
        return null
      }}
    >
      <label className="mt-4 flex min-h-11 items-center gap-3 text-small">
        <input
          type="checkbox"
          checked={withDocuments}
          onChange={(event) => setWithDocuments(event.target.checked)}
          className="size-5"
        />
        {t('removeDocuments', { count: documents })}
      </label>
    </ConfirmButton>
  )
}
