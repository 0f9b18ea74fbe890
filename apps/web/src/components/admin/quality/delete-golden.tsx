'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { callApi } from '../call-api'
import { ConfirmButton } from '../confirm-button'

/** Deletes a golden question, after it was asked whether that is meant. `isAlone`: on a page of its own, which is left then. */
export function DeleteGolden({ id, question, isAlone = false }: { id: string; question: string; isAlone?: boolean }) {
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
        if (!error && isAlone) router.push('/admin/quality/questions')
        else if (!error || error.code === 'GOLDEN_QUESTION_NOT_FOUND') router.refresh()
        return error ?? null
      }}
    />
  )
}
