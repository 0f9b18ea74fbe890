'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, type ReactNode, type RefObject, useLayoutEffect, useState } from 'react'
import { Icon } from '../ui/icon'

/**
 * Where the question is written. Enter sends, Shift + Enter breaks the line; while an input method composes, Enter
 * is its own. Sent before any script has loaded, the form asks through the address.
 */
export function Composer(options: {
  input: RefObject<HTMLTextAreaElement | null>
  busy: boolean
  followUp: boolean
  /** Characters of the longest question. */
  maxLength: number
  /** What the question is narrowed to. */
  scope: ReactNode
  onAsk: (question: string) => void
  onStop: () => void
}) {
  const t = useTranslations('chat')
  const [question, setQuestion] = useState('')
  const over = question.length - options.maxLength
  const { input } = options
  const sendable = question.trim() !== '' && over <= 0 && !options.busy

  // What was written before the scripts were there, or what the browser kept, is taken over.
  useLayoutEffect(() => setQuestion(input.current?.value ?? ''), [input])

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key !== 'Enter' || event.shiftKey) return
    // Safari ends the composition before this event; its key code still says that the input method took the key.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    event.preventDefault()
    event.currentTarget.form?.requestSubmit()
  }
  return (
    <form
      action="/"
      className="composer"
      onSubmit={(event) => {
        event.preventDefault()
        if (!sendable) return
        options.onAsk(question.trim())
        setQuestion('')
      }}
    >
      <div className="composer-box">
        <label htmlFor="question" className="sr-only">
          {t('composer')}
        </label>
        <textarea
          ref={input}
          id="question"
          name="q"
          rows={1}
          value={question}
          placeholder={t(options.followUp ? 'placeholderFollowUp' : 'placeholder')}
          aria-describedby="composer-hint"
          aria-invalid={over > 0}
          enterKeyHint="send"
          onChange={(event) => setQuestion(event.target.value)}
          onKeyDown={onKeyDown}
        />
        {options.busy ? (
          <button type="button" className="send-button" aria-label={t('stop')} onClick={options.onStop}>
            <Icon name="stop" />
          </button>
        ) : (
          <button type="submit" className="send-button" aria-label={t('send')} aria-disabled={!sendable}>
            <Icon name="send" size={20} />
          </button>
        )}
      </div>
      <div className="composer-foot">
        {options.scope}
        <p id="composer-hint" className="composer-hint">
          {over > 0 ? (
            <strong className="text-ink">{t('tooLong', { over, max: options.maxLength })}</strong>
          ) : (
            t('hint')
          )}
        </p>
      </div>
    </form>
  )
}
