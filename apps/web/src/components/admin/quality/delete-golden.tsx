'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { callApi } from '../call-api'
import { ConfirmButton } from '../confirm-button'

/** Deletes a golden question, after it was asked whether that is meant. */
export function DeleteGolden({ id, question }: { id: string; question: string }) {
  const t = useTranslations('admin.quality')
  const router = useRouter()
  return (
    <ConfirmButton
      label={t('delete')}
      accessibleName={t('deleteOf', { question })}
      className="quiet-button"
      title={t('deleteTitle')}
      text={t('deleteText', { question })}
      words={{ cancel: t('cancel'), confirm: t('delete'), asking: t('asking') }}
      act={async () => {
        const path = `/api/v1/golden-questions/${encodeURIComponent(id)}`
        const { error } = await callApi({ path, method: 'DELETE' })
        if (!error || error.code === 'GOLDEN_QUESTION_NOT_FOUND') router.refresh()
        return error ?? null
      }}
    />
  )
}
