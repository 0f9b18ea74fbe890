'use client'

import type { SearchFilters } from '@shutten/core'
import { useTranslations } from 'next-intl'
import { memo, type ReactNode, useId, useMemo, useRef } from 'react'
import type { AnswerStage, ChatMessage } from '@/chat/chat-message'
import { readAnswerView } from '@/chat/read-answer-view'
import { ScopeNote } from '../chat/scope-note'
import { AnswerActions } from './answer-actions'
import { AnswerBody } from './answer-body'
import { AnswerByline } from './answer-byline'
import { AnswerCitationsContext } from './answer-citations'
import { AnswerConfirmation } from './answer-confirmation'
import { AnswerWarnings } from './answer-warnings'
import { AsideBody } from './aside-body'
import { CitationList } from './citation-list'
import { QuestionHeading } from './question-heading'
import { Refusal } from './refusal'
import { useIsLate } from './use-is-late'

export interface EntryProps {
  question: string
  reply: ChatMessage | undefined
  /** What is being done for it; null when nothing is under way. */
  stage: AnswerStage | null
  /** The turn it is kept as; null before it is. */
  turnId?: string | null
  /** What it was narrowed to. */
  filters?: SearchFilters | null
  /** Turns after an entry, by its id. */
  countLater?: (id: string) => number
  maxQuestionLength?: number
  /** The connection is gone, or the page was loaded anew: the answer is waited for. */
  recovering?: 'recovering' | 'resuming' | null
  onRegenerate?: () => void
  /** Asks this question otherwise. `id` is that of the entry. */
  onEdit?: (id: string, question: string) => void
  id?: string
  /** Asks another question in the same conversation. */
  onAsk?: (question: string) => void
  /** Says what went wrong, when something did. */
  failure?: ReactNode
}

/** A question as a headword, the answer as its entry, the sources as its footnotes. */
export const Entry = memo(function Entry(props: EntryProps) {
  const { question, reply, stage, onRegenerate, onAsk, onEdit, failure, turnId = null, filters = null } = props
  const t = useTranslations('chat')
  const labels = useTranslations('answer')
  const heading = useId()
  const view = useMemo(() => readAnswerView(reply), [reply])
  const citations = useRef(view.citations)
  citations.current = view.citations
  const { answer } = view
  // Once sentences stand below, nothing may move for it.
  const isLate = useIsLate(stage !== null && view.sentences.length === 0)
  const stopped = stage === null && answer === null && !failure && !props.recovering
  const stoppedPartly = answer?.stopped || (stopped && view.sentences.length > 0)
  return (
    <article className="entry" aria-labelledby={heading}>
      <QuestionHeading
        id={heading}
        question={question}
        countLater={() => props.countLater?.(props.id ?? '') ?? 0}
        maxLength={props.maxQuestionLength ?? 4_000}
        onEdit={onEdit && ((asked) => onEdit(props.id ?? '', asked))}
      />
      <ScopeNote filters={filters} />
      <p
        className="mb-4 flex min-h-7 flex-wrap empty:min-h-0 items-center gap-x-3 gap-y-1 text-note text-ink-3"
        role="status"
      >
        {props.recovering ? (
          <span className="progress-dots text-ink-2">{t(props.recovering)}</span>
        ) : stage ? (
          <span className="progress-dots text-ink-2">{isLate ? t('late', { stage: t(stage) }) : t(stage)}</span>
        ) : null}
        {stoppedPartly || stopped ? <span>{t(stoppedPartly ? 'stoppedPartly' : 'stopped')}</span> : null}
        {answer?.status === 'answered' && !answer.aside && !stage ? <AnswerByline answer={answer} /> : null}
      </p>
      <div aria-live={stage ? 'polite' : 'off'} aria-relevant="additions" lang={answer?.language}>
        {answer?.aside || answer?.withdrawn ? (
          <AsideBody answer={answer} onAsk={onAsk} />
        ) : answer?.status === 'refused' ? (
          <Refusal answer={answer} onAsk={onAsk} isNarrowed={filters !== null} />
        ) : (
          <AnswerCitationsContext value={citations}>
            <AnswerBody view={view} />
          </AnswerCitationsContext>
        )}
      </div>
      {/* Known when the answer is whole: below it, where nothing has to move for them. */}
      {answer?.rewritten ? (
        <p className="mt-4 text-note text-ink-2">{t('rewritten', { question: answer.rewritten })}</p>
      ) : null}
      {answer ? <AnswerWarnings answer={answer} /> : null}
      {answer?.status === 'answered' && !answer.aside ? <AnswerConfirmation answer={answer} /> : null}
      {answer && view.citations.length > 0 ? (
        <CitationList citations={view.citations} heading={labels('sources')} turnId={turnId} />
      ) : null}
      {failure}
      {reply?.metadata?.restarted ? <p className="mt-3 text-small text-ink-2">{t('restarted')}</p> : null}
      {(answer && !answer.aside && !stage) || stopped ? (
        <AnswerActions answer={answer} turnId={turnId} onRegenerate={onRegenerate} />
      ) : null}
    </article>
  )
})
