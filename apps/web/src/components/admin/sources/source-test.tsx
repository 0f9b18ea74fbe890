'use client'

import type { SourcePreview } from '@shutten/ingestion/sources'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { type SourceFields, toSourceInput } from '@/server/sources/read-source-form'
import { type ApiError, callApi } from '../call-api'
import { ErrorNotice } from '../error-notice'
import { PreviewView } from './preview-view'

/** Tries the connection of the source that stands in the form, and shows what would be taken; nothing is saved. */
export function SourceTest(options: {
  /** Of the source that is changed; null for a new one. */
  id: string | null
  isFolder: boolean
  /** Counts what was typed: a look at what stood there before says so. */
  changes: number
  readFields: () => SourceFields
}) {
  const { id, isFolder, changes, readFields } = options
  const t = useTranslations('admin.sourceTest')
  const running = useRef<AbortController | null>(null)
  const [asking, setAsking] = useState(false)
  const [error, setError] = useState<ApiError | null>(null)
  const [found, setFound] = useState<{ preview: SourcePreview; changes: number } | null>(null)
  useEffect(() => () => running.current?.abort(), [])

  async function test() {
    running.current?.abort()
    const own = new AbortController()
    running.current = own
    setAsking(true)
    setError(null)
    const input = toSourceInput({ fields: readFields(), isNew: id === null })
    const { value, error } = await callApi<SourcePreview>({
      path: '/api/v1/sources/previews',
      method: 'POST',
      json: { ...input, ...(id !== null && { id }) },
      signal: own.signal,
    })
    if (running.current !== own || own.signal.aborted) return
    setAsking(false)
    setError(error ?? null)
    setFound(value ? { preview: value, changes } : null)
  }
  function cancel() {
    running.current?.abort()
    setAsking(false)
  }

  return (
    <div data-source-test>
      <div className="flex flex-wrap items-center gap-3">
        <button type="button" className="button" aria-disabled={asking} onClick={() => (asking ? undefined : test())}>
          {asking ? t('testing') : t('test')}
        </button>
        {asking ? (
          <button type="button" className="quiet-button" onClick={cancel}>
            {t('cancel')}
          </button>
        ) : null}
        <span className="text-note text-ink-3">{t('hint')}</span>
      </div>
      {error ? (
        <div className="mt-3">
          <ErrorNotice error={error} />
          <p lang="en" className="mt-2 text-note text-ink-3">
            {error.message}
          </p>
        </div>
      ) : null}
      {found && !asking ? (
        <PreviewView preview={found.preview} isFolder={isFolder} isStale={found.changes !== changes} />
      ) : null}
    </div>
  )
}
