'use client'

import { useTranslations } from 'next-intl'
import type { ApiResult } from '../call-api'
import { ConfirmButton } from '../confirm-button'

/** A call of the API behind a question. */
export function Confirm<T>(options: {
  label: string
  /** What a screen reader says in place of the label. */
  name: string
  title: string
  text: string
  confirm: string
  act: () => Promise<ApiResult<T>>
  onDone: (value: T) => void
}) {
  const { label, name, title, text, confirm, act, onDone } = options
  const t = useTranslations('admin.access')
  return (
    <ConfirmButton
      className="quiet-button"
      label={label}
      accessibleName={name}
      title={title}
      text={text}
      words={{ cancel: t('cancel'), confirm, asking: confirm }}
      act={async () => {
        const { value, error } = await act()
        if (error) return error
        onDone(value as T)
        return null
      }}
    />
  )
}
