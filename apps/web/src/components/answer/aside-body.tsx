import type { Answer } from '@shutten/core'
import { useTranslations } from 'next-intl'
import { SuggestionList } from '../chat/suggestion-list'

/** The assistant's own words, to a message that asks nothing of the sources, and what can be asked of them. */
export function AsideBody({ answer, onAsk }: { answer: Answer; onAsk?: (question: string) => void }) {
  const t = useTranslations('answer')
  return (
    <>
      <p className="text-body text-ink-2" lang={answer.language}>
        {answer.answer}
      </p>
      <SuggestionList heading={t('suggestions')} suggestions={answer.aside?.suggestions ?? []} onAsk={onAsk} />
    </>
  )
}
