'use client'

import { useTranslations } from 'next-intl'
import { memo, type ReactNode, useId, useMemo } from 'react'
import type { AnswerStage, ChatMessage } from '@/chat/chat-message'
import { readAnswerView } from '@/chat/read-answer-view'
import { AnswerActions } from './answer-actions'
import { AnswerBody } from './answer-body'
import { AnswerByline } from './answer-byline'
import { AnswerWarnings } from './answer-warnings'
import { AsideBody } from './aside-body'
import { CitationList } from './citation-list'
import { Refusal } from './refusal'

export interface EntryProps {
  question: string
  reply: ChatMessage | undefined
  /** What is being done for it; null when nothing is under way. */
  stage: AnswerStage | null
  onRegenerate?: () => void
  /** Asks another question in the same conversation. */
  onAsk?: (question: string) => void
  /** Says what went wrong, when something did. */
  failure?: ReactNode
}

/** A question as a headword, the answer as its entry, the sources as its footnotes. */
export const Entry = memo(function Entry({ question, reply, stage, onRegenerate, onAsk, failure }: EntryProps) {
  const t = useTranslations('chat')
  const labels = useTranslations('answer')
  const heading = useId()
  const view = useMemo(() => readAnswerView(reply), [reply])
  const { answer } = view
  const stopped = stage === null && answer === null && !failure
  return (
    <article className="entry" aria-labelledby={heading}>
      <h2 id={heading} className="mb-2 text-entry whitespace-pre-line">
        {question}
      </h2>
      <p
        className="mb-4 flex min-h-7 flex-wrap empty:min-h-0 items-center gap-x-3 gap-y-1 text-note text-ink-3"
        role="status"
      >
        {stage ? <span className="progress-dots text-ink-2">{t(stage)}</span> : null}
        {stopped ? <span>{t(view.sentences.length > 0 ? 'stoppedPartly' : 'stopped')}</span> : null}
        {answer?.status === 'answered' && !answer.aside && !stage ? <AnswerByline answer={answer} /> : null}
      </p>
      {answer?.rewritten ? (
        <p className="mb-4 text-note text-ink-2">{t('rewritten', { question: answer.rewritten })}</p>
      ) : null}
      {answer ? <AnswerWarnings answer={answer} /> : null}
      <div aria-live={stage ? 'polite' : 'off'} aria-relevant="additions" lang={answer?.language}>
        {answer?.aside || answer?.withdrawn ? (
          <AsideBody answer={answer} onAsk={onAsk} />
        ) : answer?.status === 'refused' ? (
          <Refusal answer={answer} onAsk={onAsk} />
        ) : (
          <AnswerBody view={view} />
        )}
      </div>
      {answer && view.citations.length > 0 ? (
        <CitationList citations={view.citations} heading={labels('sources')} />
      ) : null}
      {failure}
      {reply?.metadata?.restarted ? <p className="mt-3 text-small text-ink-2">{t('restarted')}</p> : null}
      {(answer && !answer.aside && !stage) || stopped ? (
        <AnswerActions answer={answer} onRegenerate={onRegenerate} />
      ) : null}
    </article>
  )
})
