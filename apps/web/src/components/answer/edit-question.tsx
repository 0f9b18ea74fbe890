'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'

/** A question of before, to be asked otherwise. What would be replaced is said on the button. */
export function EditQuestion(options: {
  question: string
  maxLength: number
  /** Turns after this one: they go. */
  later: number
  /** Nothing else is being answered. */
  isReady: boolean
  onAsk: (question: string) => void
  onCancel: () => void
}) {
  const t = useTranslations('chat.edit')
  const [question, setQuestion] = useState(options.question)
  const input = useRef<HTMLTextAreaElement>(null)
  const { later } = options
  const isSendable = question.trim() !== '' && question.length <= options.maxLength && options.isReady

  useEffect(() => {
    const field = input.current
    field?.focus()
    field?.setSelectionRange(field.value.length, field.value.length)
  }, [])

  return (
    <form
      className="edit-question"
      onSubmit={(event) => {
        event.preventDefault()
        if (isSendable) options.onAsk(question.trim())
      }}
    >
      <label>
        <span className="sr-only">{t('label')}</span>
        <textarea
          ref={input}
          rows={1}
          maxLength={options.maxLength}
          value={question}
          onChange={(event) => setQuestion(event.target.value)}
          onKeyDown={(event) => {
            // The input method's own keys: see the composer.
            if (event.nativeEvent.isComposing || event.keyCode === 229) return
            if (event.key === 'Escape') options.onCancel()
            // Where more than this answer would go, Enter alone does not do it.
            if (event.key !== 'Enter' || event.shiftKey || later > 0) return
            event.preventDefault()
            event.currentTarget.form?.requestSubmit()
          }}
        />
      </label>
      {later > 0 ? <p className="mb-2 text-small font-bold">{t('warning', { count: later })}</p> : null}
      <p className="flex flex-wrap gap-2">
        <button type="submit" className="button button-primary" aria-disabled={!isSendable}>
          {later > 0 ? t('askReplacing', { count: later }) : t('ask')}
        </button>
        <button type="button" className="button" onClick={options.onCancel}>
          {t('cancel')}
        </button>
      </p>
    </form>
  )
}
