'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { QuarantineOutcome } from '@/server/quarantine/decide-quarantine'
import { type ApiError, callApi } from '../call-api'
import { ErrorNotice } from '../error-notice'
import { useJobBoard } from '../job-board-context'

/** Releases or rejects the document that is looked at, as it is looked at. */
export function DecideOne(options: { id: string; textHash: string; canReject: boolean }) {
  const { id, textHash, canReject } = options
  const t = useTranslations('admin.quarantine')
  const router = useRouter()
  const { follow } = useJobBoard()
  const [asking, setAsking] = useState(false)
  const [error, setError] = useState<ApiError | null>(null)

  async function decide(decision: 'release' | 'reject') {
    if (asking) return
    setAsking(true)
    const { value, error } = await callApi<QuarantineOutcome>({
      path: '/api/v1/quarantine/decisions',
      method: 'POST',
      json: { decision, documents: [{ id, textHash }] },
    })
    setAsking(false)
    setError(error ?? value?.failed[0] ?? null)
    for (const jobId of value?.jobIds ?? []) await follow(jobId)
    router.refresh()
  }

  return (
    <>
      <p className="mt-4 flex flex-wrap gap-3">
        <button type="button" className="button" aria-disabled={asking} onClick={() => decide('release')}>
          {t('release')}
        </button>
        {canReject ? (
          <button type="button" className="button" aria-disabled={asking} onClick={() => decide('reject')}>
            {t('reject')}
          </button>
        ) : null}
      </p>
      {error ? (
        <div className="mt-4">
          <ErrorNotice error={error} />
        </div>
      ) : null}
    </>
  )
}
