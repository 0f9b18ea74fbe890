import type { Answer } from '@shutten/core'
import { useTranslations } from 'next-intl'
import { CitationList } from './citation-list'

/** No answer, said plainly, and what the sources hold instead. */
export function Refusal({ answer }: { answer: Answer }) {
  const t = useTranslations('answer')
  const nearest = answer.refusal?.nearest ?? []
  return (
    <>
      <div className="border-s-2 border-ink ps-4">
        <p className="display text-lead font-display font-semibold" lang={answer.language}>
          {answer.answer}
        </p>
      </div>
      {nearest.length > 0 ? <CitationList citations={nearest} heading={t('nearest')} hint={t('nearestHint')} /> : null}
    </>
  )
}
