import type { Answer } from '@shutten/core'
import { useTranslations } from 'next-intl'
import { SuggestionList } from '../chat/suggestion-list'
import { CitationList } from './citation-list'

/** No answer, said plainly, and what the sources hold instead. Without `onAsk` its questions are links only. */
export function Refusal(options: {
  answer: Answer
  onAsk?: ((question: string) => void) | undefined
  /** The question was narrowed to a part of the sources. */
  isNarrowed?: boolean
}) {
  const { answer, onAsk } = options
  const t = useTranslations('answer')
  const nearest = answer.refusal?.nearest ?? []
  const suggestions = answer.refusal?.suggestions ?? []
  return (
    <>
      <div className="border-s-2 border-ink ps-4">
        <p className="display text-lead font-display font-semibold" lang={answer.language}>
          {answer.answer}
        </p>
        {options.isNarrowed ? <p className="mt-2 text-small text-ink-2">{t('narrowed')}</p> : null}
      </div>
      {nearest.length > 0 ? <CitationList citations={nearest} heading={t('nearest')} hint={t('nearestHint')} /> : null}
      <SuggestionList heading={t('suggestions')} suggestions={suggestions} onAsk={onAsk} />
    </>
  )
}
