'use client'

import { useRouter } from 'next/navigation'
import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Inspection } from '@/server/documents/create-inspector'
import { type ApiError, callApi } from '../call-api'
import { ErrorNotice } from '../error-notice'

/** What of a document is excluded from search, by whom; each can be undone. */
export function ExclusionList({ exclusions }: { exclusions: Inspection['exclusions'] }) {
  const t = useTranslations('admin.inspector')
  const format = useFormatter()
  const router = useRouter()
  const [asking, setAsking] = useState<string | null>(null)
  const [error, setError] = useState<ApiError | null>(null)

  async function restore(id: string) {
    if (asking) return
    setAsking(id)
    const { error } = await callApi({ path: `/api/v1/exclusions/${encodeURIComponent(id)}`, method: 'DELETE' })
    setError(error ?? null)
    setAsking(null)
    router.refresh()
  }

  if (exclusions.length === 0) return null
  return (
    <section aria-labelledby="exclusions-title" className="mt-6 border-s-4 border-ink bg-sheet px-4 py-3">
      <h2 id="exclusions-title" className="text-lead">
        {t('exclusions', { count: exclusions.length })}
      </h2>
      <ul className="mt-1 grid gap-3 text-small">
        {exclusions.map(({ id, text, by, createdAt, stands }) => (
          <li key={id} data-exclusion={id}>
            <p className="line-clamp-2">{text}</p>
            <p className="flex flex-wrap items-center gap-x-4 text-note text-ink-2">
              <span>
                {t('excludedBy', { by, date: format.dateTime(new Date(createdAt), { dateStyle: 'medium' }) })}
              </span>
              {stands ? null : <strong className="text-ink">{t('gone')}</strong>}
              <button
                type="button"
                className="quiet-button"
                aria-disabled={asking !== null}
                onClick={() => restore(id)}
              >
                {t('restore')}
                <span className="sr-only">: {text.slice(0, 40)}</span>
              </button>
            </p>
          </li>
        ))}
      </ul>
      {error ? <ErrorNotice error={error} /> : null}
    </section>
  )
}
