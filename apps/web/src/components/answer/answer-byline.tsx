import type { Answer } from '@shutten/core'
import { useTranslations } from 'next-intl'

/** Who wrote the answer, and how much of it the sources confirm. */
export function AnswerByline({ answer }: { answer: Answer }) {
  const t = useTranslations('answer')
  const { generator } = answer.model
  const extractive = generator === 'extractive'
  const total = answer.sentences.length
  const count = answer.sentences.filter((sentence) => sentence.support === 'supported').length
  return (
    <>
      <span className="byline-label" title={t(extractive ? 'extractiveHint' : 'writtenByHint')}>
        {extractive ? t('extractive') : t('writtenBy', { model: generator })}
      </span>
      {total > 0 ? (
        <span>{count === total ? t('allSupported', { count }) : t('someSupported', { count, total })}</span>
      ) : null}
    </>
  )
}
