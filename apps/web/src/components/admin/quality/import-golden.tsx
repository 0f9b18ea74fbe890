'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type ChangeEvent, useState } from 'react'
import type { GoldenImport } from '@/server/quality/import-golden'
import type { ApiError } from '../call-api'
import { ErrorNotice } from '../error-notice'

/** Takes the questions of a dataset file over; what is wrong with it is told line by line. */
export function ImportGolden() {
  const t = useTranslations('admin.quality')
  const router = useRouter()
  const [state, setState] = useState<{ asking?: boolean; done?: GoldenImport; error?: ApiError | undefined }>({})

  async function take({ currentTarget }: ChangeEvent<HTMLInputElement>) {
    const file = currentTarget.files?.[0]
    if (!file) return
    setState({ asking: true })
    try {
      const response = await fetch('/api/v1/golden-questions/import', {
        method: 'POST',
        body: await file.arrayBuffer(),
      })
      const { error, ...done } = (await response.json()) as GoldenImport & { error?: ApiError }
      setState(error ? { error } : { done })
      if (!error) router.refresh()
    } catch {
      setState({ error: { code: 'NETWORK', message: '', suggestion: '' } })
    }
    // The same file can be chosen again once it is corrected.
    currentTarget.value = ''
  }

  return (
    <>
      <label className="button cursor-pointer focus-within:outline-2">
        {state.asking ? t('importing') : t('import')}
        <input
          type="file"
          accept="application/json,.json"
          className="sr-only"
          onChange={take}
          disabled={state.asking}
        />
      </label>
      <div role="status" className="basis-full text-small empty:hidden">
        {state.done ? t('imported', { ...state.done }) : null}
      </div>
      {state.error ? (
        <div className="basis-full">
          <ErrorNotice error={state.error} />
          {state.error.code === 'DATASET_INVALID' ? (
            <pre lang="en" className="mt-2 text-note whitespace-pre-wrap" data-import-error>
              {state.error.message}
            </pre>
          ) : null}
        </div>
      ) : null}
    </>
  )
}
