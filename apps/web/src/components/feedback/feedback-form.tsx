'use client'

import type { FeedbackInput, FeedbackReason } from '@shutten/core'
import { useTranslations } from 'next-intl'
import { useContext, useEffect, useId, useRef, useState } from 'react'
import { maxComment, reasons } from '@/chat/feedback-reasons'
import { FeedbackContext, type FeedbackTarget } from './feedback-context'

/** What is wrong with an answer or a citation, and what the reader wants to say of it. Loaded when it is asked for. */
export function FeedbackForm(options: {
  target: FeedbackTarget
  given: FeedbackInput | null
  /** Offers that nothing is wrong, too. */
  withGood?: boolean
  onClose: () => void
}) {
  const t = useTranslations('feedback')
  const controls = useContext(FeedbackContext)
  const { target, given, onClose } = options
  const [choice, setChoice] = useState<FeedbackReason | 'good' | null>(
    given ? (given.reason ?? (options.withGood ? 'good' : null)) : null,
  )
  const [comment, setComment] = useState(given?.comment ?? '')
  const [state, setState] = useState<'idle' | 'sending' | 'failed' | 'unchosen'>('idle')
  const form = useRef<HTMLFormElement>(null)
  const name = useId()
  const choices = options.withGood ? (['good', ...reasons] as const) : reasons

  useEffect(() => {
    const radios = form.current?.querySelectorAll<HTMLInputElement>('input[type=radio]')
    ;(form.current?.querySelector<HTMLInputElement>('input:checked') ?? radios?.[0])?.focus()
  }, [])

  const run = async (change: Promise<void> | undefined) => {
    setState('sending')
    await change?.then(onClose, () => setState('failed'))
  }
  return (
    <form
      ref={form}
      className="feedback-form"
      aria-label={target.citation === null ? t('formAnswer') : t('formCitation', { number: target.citation })}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.nativeEvent.isComposing) onClose()
      }}
      onSubmit={(event) => {
        event.preventDefault()
        if (choice === null) {
          setState('unchosen')
          return
        }
        const verdict = choice === 'good' ? 'good' : 'bad'
        const reason = choice === 'good' ? null : choice
        void run(controls?.save({ ...target, verdict, reason, comment: comment.trim() }))
      }}
    >
      <fieldset>
        <legend className="mb-1 text-small font-bold">{t('ask')}</legend>
        {choices.map((reason) => (
          <label key={reason} className="feedback-choice">
            <input
              type="radio"
              name={name}
              value={reason}
              checked={choice === reason}
              onChange={() => setChoice(reason)}
            />
            {t(reason === 'good' ? 'fits' : `reason.${reason}`)}
          </label>
        ))}
      </fieldset>
      <label className="mt-3 block text-small">
        {t('comment')}
        <textarea
          rows={2}
          maxLength={maxComment}
          value={comment}
          onChange={(event) => setComment(event.target.value)}
          className="text-field mt-1 w-full py-2"
        />
      </label>
      <p className="mt-1 text-note text-ink-2">{t('privacy')}</p>
      {state === 'failed' || state === 'unchosen' ? (
        <p role="alert" className="mt-2 text-small font-bold">
          {t(state)}
        </p>
      ) : null}
      <p className="mt-3 flex flex-wrap gap-2">
        <button type="submit" className="button button-primary" aria-disabled={state === 'sending'}>
          {t('send')}
        </button>
        {given ? (
          <button type="button" className="button" onClick={() => void run(controls?.remove(target))}>
            {t('takeBack')}
          </button>
        ) : null}
        <button type="button" className="quiet-button" onClick={onClose}>
          {t('close')}
        </button>
      </p>
    </form>
  )
}
