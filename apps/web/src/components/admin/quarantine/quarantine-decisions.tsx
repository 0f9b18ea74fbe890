'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, type ReactNode, useRef, useState } from 'react'
import type { QuarantineOutcome } from '@/server/quarantine/decide-quarantine'
import { type ApiError, callApi } from '../call-api'
import { ConfirmButton } from '../confirm-button'
import { ErrorNotice } from '../error-notice'
import { useJobBoard } from '../job-board-context'

type Decision = 'release' | 'reject'

/** Takes decisions about the documents listed within: one by its own button, or those that are ticked together. */
export function QuarantineDecisions({ canReject, children }: { canReject: boolean; children: ReactNode }) {
  const t = useTranslations('admin.quarantine')
  const router = useRouter()
  const { follow } = useJobBoard()
  const form = useRef<HTMLFormElement>(null)
  const [chosen, setChosen] = useState(0)
  const [all, setAll] = useState(0)
  const [asking, setAsking] = useState(false)
  const [told, setTold] = useState<{ decision: Decision; outcome: QuarantineOutcome } | null>(null)
  const [error, setError] = useState<ApiError | null>(null)

  const boxes = () => [...(form.current?.querySelectorAll<HTMLInputElement>('input[name="document"]') ?? [])]
  const count = () => {
    const listed = boxes()
    setAll(listed.length)
    setChosen(listed.filter(({ checked }) => checked).length)
  }

  async function decide(decision: Decision, values: string[]): Promise<ApiError | null> {
    if (asking || values.length === 0) return null
    setAsking(true)
    const documents = values.map((value) => {
      const [id, textHash] = value.split(' ')
      return { id, textHash }
    })
    const { value, error } = await callApi<QuarantineOutcome>({
      path: '/api/v1/quarantine/decisions',
      method: 'POST',
      json: { decision, documents },
    })
    setAsking(false)
    if (!value) return error
    setTold({ decision, outcome: value })
    for (const box of boxes()) box.checked = false
    count()
    for (const id of value.jobIds) await follow(id)
    router.refresh()
    return null
  }
  const decideChosen = (decision: Decision) =>
    decide(
      decision,
      boxes()
        .filter(({ checked }) => checked)
        .map(({ value }) => value),
    )

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const { submitter } = event.nativeEvent as SubmitEvent
    if (!(submitter instanceof HTMLButtonElement)) return
    setError(await decide(submitter.name === 'release' ? 'release' : 'reject', [submitter.value]))
  }

  const words = { cancel: t('cancel'), asking: t('asking') }
  return (
    <form ref={form} onSubmit={submit} onChange={count} aria-busy={asking} className="mt-6">
      <div className="flex min-h-11 flex-wrap items-center gap-x-4 gap-y-2 text-small">
        <label className="flex min-h-11 items-center gap-3">
          <input
            type="checkbox"
            className="ms-3 size-5"
            checked={chosen > 0 && chosen === all}
            ref={(box) => {
              if (box) box.indeterminate = chosen > 0 && chosen < all
            }}
            onChange={(event) => {
              for (const box of boxes()) box.checked = event.target.checked
            }}
          />
          {t('chooseAll')}
        </label>
        {chosen > 0 ? (
          <>
            <ConfirmButton
              label={t('releaseChosen', { count: chosen })}
              title={t('releaseTitle')}
              text={t('releaseText', { count: chosen })}
              words={{ ...words, confirm: t('release') }}
              act={() => decideChosen('release')}
            />
            {canReject ? (
              <ConfirmButton
                label={t('rejectChosen', { count: chosen })}
                title={t('rejectTitle')}
                text={t('rejectText', { count: chosen })}
                words={{ ...words, confirm: t('reject') }}
                act={() => decideChosen('reject')}
              />
            ) : null}
          </>
        ) : null}
      </div>
      <p role="status" className="text-small font-bold empty:hidden">
        {told && told.outcome.decided.length > 0
          ? t(`${told.decision}Done`, { count: told.outcome.decided.length })
          : null}
      </p>
      {error ? <ErrorNotice error={error} /> : null}
      {told?.outcome.failed.map((failure) => (
        <ErrorNotice key={failure.id} error={failure} />
      ))}
      {children}
    </form>
  )
}
