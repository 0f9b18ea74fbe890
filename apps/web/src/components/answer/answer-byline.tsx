import type { Answer } from '@shutten/core'
import { useTranslations } from 'next-intl'

/** Who wrote the answer: in one line, whose room is kept while the answer is made. */
export function AnswerByline({ answer }: { answer: Answer }) {
  const t = useTranslations('answer')
  const { generator } = answer.model
  const extractive = generator === 'extractive'
  return (
    <span className="byline-label max-w-full truncate" title={t(extractive ? 'extractiveHint' : 'writtenByHint')}>
      {extractive ? t('extractive') : t('writtenBy', { model: generator })}
    </span>
  )
}
