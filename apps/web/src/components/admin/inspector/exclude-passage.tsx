'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { type ApiError, callApi } from '../call-api'
import { ErrorNotice } from '../error-notice'

/** Keeps a passage from being found; that is undone in the list of what is excluded. */
export function ExcludePassage(options: { documentId: string; passageId: string; isExcluded: boolean }) {
  const { documentId, passageId, isExcluded } = options
  const t = useTranslations('admin.inspector')
  const router = useRouter()
  const [asking, setAsking] = useState(false)
  const [error, setError] = useState<ApiError | null>(null)

  async function exclude() {
    if (asking) return
    setAsking(true)
    const path = `/api/v1/documents/${encodeURIComponent(documentId)}/exclusions`
    const { error } = await callApi({ path, method: 'POST', json: { passageId } })
    setError(error ?? null)
    setAsking(false)
    router.refresh()
  }

  return (
    <div className="mt-4">
      <p role="status" className="text-small font-bold empty:hidden">
        {isExcluded ? t('excludedText') : null}
      </p>
      {isExcluded ? null : (
        <>
          <button type="button" className="button" aria-disabled={asking} onClick={exclude}>
            {t('exclude')}
          </button>
          <p className="mt-2 text-note text-ink-2">{t('excludeText')}</p>
        </>
      )}
      {error ? <ErrorNotice error={error} /> : null}
    </div>
  )
}
