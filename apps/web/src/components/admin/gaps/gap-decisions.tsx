'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import type { Gap, GapTrial } from '@/server/gaps/create-gaps'
import { type ApiError, callApi } from '../call-api'
import { ConfirmButton } from '../confirm-button'
import { ErrorNotice } from '../error-notice'
import type { Period } from '../overview/period'
import { GapTrials } from './gap-trials'

/** Marks a gap as solved, which asks it again; puts it aside, or takes either back. */
export function GapDecisions({ id, state, period }: { id: string; state: Gap['state']; period: Period }) {
  const t = useTranslations('admin.gaps')
  const router = useRouter()
  const reason = useRef<HTMLInputElement>(null)
  const [asking, setAsking] = useState(false)
  const [tried, setTried] = useState<{ isSolved: boolean; trials: GapTrial[] } | null>(null)
  const [error, setError] = useState<ApiError | null>(null)
  const call = <T,>(action: string, json: object = {}) =>
    callApi<T>({ path: `/api/v1/gaps/${id}/${action}`, method: 'POST', json: { days: period, ...json } })

  async function solve() {
    if (asking) return
    setAsking(true)
    const { value, error } = await call<{ isSolved: boolean; trials: GapTrial[] }>('solve')
    setError(error ?? null)
    setTried(value ?? null)
    setAsking(false)
    if (value) router.refresh()
  }

  async function reopen() {
    const { error } = await call('reopen')
    setError(error ?? null)
    setTried(null)
    if (!error) router.refresh()
  }

  return (
    <section aria-label={t('decide')} className="mt-6">
      <div className="flex flex-wrap gap-3">
        <button type="button" className="button button-primary" aria-disabled={asking} onClick={solve}>
          {t(asking ? 'askingAgain' : state === 'solved' ? 'askAgain' : 'solve')}
        </button>
        {state === 'open' ? (
          <ConfirmButton
            label={t('dismiss')}
            title={t('dismissTitle')}
            text={t('dismissText')}
            words={{ cancel: t('cancel'), confirm: t('dismiss'), asking: t('saving') }}
            act={async () => {
              const { error } = await call('dismiss', { reason: reason.current?.value ?? '' })
              if (!error) router.refresh()
              return error ?? null
            }}
          >
            <label className="mt-4 grid gap-1 text-small">
              {t('reason')}
              <input ref={reason} required maxLength={500} className="admin-input min-w-0" />
            </label>
          </ConfirmButton>
        ) : (
          <button type="button" className="button" onClick={reopen}>
            {t('reopen')}
          </button>
        )}
      </div>
      <div role="status" className="mt-4 empty:hidden">
        {tried ? (
          <>
            <p className="text-lead font-bold">{t(tried.isSolved ? 'nowSolved' : 'notSolved')}</p>
            <GapTrials trials={tried.trials} />
          </>
        ) : null}
      </div>
      {error ? (
        <div className="mt-4">
          <ErrorNotice error={error} />
        </div>
      ) : null}
    </section>
  )
}
