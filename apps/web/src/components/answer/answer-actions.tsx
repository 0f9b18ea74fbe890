'use client'

import type { Answer } from '@shutten/core'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { copyText } from '@/chat/copy-text'
import { formatAnswerMarkdown } from '@/chat/format-answer-markdown'
import { AnswerFeedback } from '../feedback/answer-feedback'
import { Icon } from '../ui/icon'
import { usePlaceWords } from './use-place-words'

/** What can be done with an answer, or with one that was stopped. */
export function AnswerActions(options: {
  answer: Answer | null
  turnId?: string | null | undefined
  onRegenerate?: (() => void) | undefined
}) {
  const { answer, turnId, onRegenerate } = options
  const t = useTranslations('chat')
  const labels = useTranslations('answer')
  const describePlace = usePlaceWords()
  const [copied, setCopied] = useState(false)

  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), 2500)
    return () => clearTimeout(timer)
  }, [copied])

  const copy = async () => {
    if (!answer) return
    const text = formatAnswerMarkdown({
      answer,
      sourcesLabel: labels('sources'),
      verdictLabels: { partial: labels('partial'), unsupported: labels('unsupported') },
      origin: window.location.origin,
      describePlace,
    })
    setCopied(await copyText(text))
  }
  return (
    <div className="-ms-2 mt-3 flex flex-wrap gap-1 print:hidden">
      {answer?.status === 'answered' ? (
        <button type="button" className="quiet-button" onClick={copy}>
          <Icon name={copied ? 'check' : 'copy'} size={16} />
          <span aria-live="polite">{t(copied ? 'copied' : 'copy')}</span>
        </button>
      ) : null}
      {onRegenerate ? (
        <button type="button" className="quiet-button" onClick={onRegenerate}>
          <Icon name="again" size={16} />
          {t('regenerate')}
        </button>
      ) : null}
      {turnId && answer ? <AnswerFeedback turnId={turnId} /> : null}
    </div>
  )
}
