import type { Answer } from '@shutten/core'
import { useTranslations } from 'next-intl'

/** How much of an answer the sources confirm: known when it is whole, and so told below it. */
export function AnswerConfirmation({ answer }: { answer: Answer }) {
  const t = useTranslations('answer')
  const total = answer.sentences.length
  if (total === 0) return null
  const count = answer.sentences.filter((sentence) => sentence.support === 'supported').length
  return (
    <p className="mt-4 text-note text-ink-3">
      {count === total ? t('allSupported', { count }) : t('someSupported', { count, total })}
    </p>
  )
}
