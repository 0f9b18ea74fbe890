'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { type ApiError, callApi } from '../call-api'
import { ErrorNotice } from '../error-notice'

/** Whether anybody may ask, or only who is signed in. */
export function AnonymousChat({ isOn }: { isOn: boolean }) {
  const t = useTranslations('admin.accounts')
  const router = useRouter()
  const [chosen, setChosen] = useState(isOn)
  const [error, setError] = useState<ApiError | null>(null)
  const choices = [
    { value: true, label: t('everybody'), text: t('everybodyText') },
    { value: false, label: t('accountsOnly'), text: t('accountsOnlyText') },
  ]

  async function choose(anonymousChat: boolean) {
    setChosen(anonymousChat)
    const { error } = await callApi({ path: '/api/v1/access', method: 'PATCH', json: { anonymousChat } })
    setError(error ?? null)
    if (error) setChosen(!anonymousChat)
    router.refresh()
  }

  return (
    <fieldset className="mt-4 grid min-w-0 gap-1">
      <legend className="sr-only">{t('whoAsks')}</legend>
      {choices.map(({ value, label, text }) => (
        <label key={label} className="flex min-h-11 items-baseline gap-3 text-small">
          <input
            type="radio"
            name="anonymousChat"
            checked={value === chosen}
            onChange={() => choose(value)}
            className="size-4 translate-y-0.5"
          />
          <span>
            {label}
            <span className="block text-note text-ink-2">{text}</span>
          </span>
        </label>
      ))}
      {error ? <ErrorNotice error={error} /> : null}
    </fieldset>
  )
}
