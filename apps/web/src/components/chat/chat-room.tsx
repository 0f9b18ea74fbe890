'use client'

import type { FeedbackInput, StoredTurn } from '@shutten/core'
import dynamic from 'next/dynamic'
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { LabelledScopes } from '@/chat/labelled-scopes'
import { findPendingTurn } from '@/chat/pending-turn'
import { everything, type Scope } from '@/chat/scope'
import { toMessages } from '@/chat/to-messages'
import { type OpenSource, SourceContext } from '../source/source-context'
import type { FirstQuestion, ThreadControls } from './chat-thread'
import { Composer } from './composer'
import { DocumentTitlesContext, ScopesContext } from './scope-note'
import { ScopeSelect } from './scope-select'
import { SuggestionList } from './suggestion-list'

const loadThread = () => import('./chat-thread').then((module) => module.ChatThread)
const ChatThread = dynamic(loadThread)
const SourceReader = dynamic(() => import('../source/source-reader').then((module) => module.SourceReader))

export interface ChatRoomProps {
  maxQuestionLength: number
  /** Names the conversation to those who do not see it. */
  conversationTitle: string
  /** What is shown before the first question. */
  welcome?: ReactNode
  afterSuggestions?: ReactNode
  suggestionsHeading?: string
  suggestions?: readonly string[]
  /** Asked on arrival: from a link, or from the form before the scripts were there. */
  firstQuestion?: string | null
  /** What questions can be narrowed to. */
  scopes: LabelledScopes
  /** Titles of the documents that questions were narrowed to, by id. */
  documentTitles: Readonly<Record<string, string>>
  /** What the next question is narrowed to at first. */
  scope?: Scope
  conversation?: { id: string; turns: StoredTurn[]; feedback: readonly FeedbackInput[] } | null
}

const noFeedback: readonly FeedbackInput[] = []

export function ChatRoom(props: ChatRoomProps) {
  const { conversation = null } = props
  const [first, setFirst] = useState<FirstQuestion | null>(null)
  const [scope, setScope] = useState(props.scope ?? everything)
  const [busy, setBusy] = useState(false)
  const [opened, setOpened] = useState<OpenSource | null>(null)
  const thread = useRef<ThreadControls>(null)
  const input = useRef<HTMLTextAreaElement>(null)
  const [initialMessages] = useState(() => toMessages(conversation?.turns ?? []))
  const [keptTurnIds] = useState(() => (conversation?.turns ?? []).map(({ id }) => id))
  const started = conversation !== null || first !== null

  const ask = useCallback(
    (question: string) => {
      if (thread.current) thread.current.ask(question, scope)
      else setFirst({ question, scope })
      input.current?.focus({ preventScroll: true })
    },
    [scope],
  )

  const { firstQuestion: question = null, scope: given = everything } = props
  const conversationId = conversation?.id ?? null
  useEffect(() => {
    const pending = findPendingTurn({ conversationId, keptTurnIds })
    if (pending && (!question || question === pending.question))
      setFirst((before) => before ?? { question: pending.question, scope: given, pending })
    else if (question) setFirst((before) => before ?? { question, scope: given })
  }, [question, given, conversationId, keptTurnIds])

  const source = useMemo(() => ({ opened, open: setOpened, close: () => setOpened(null) }), [opened])

  return (
    <SourceContext value={source}>
      <DocumentTitlesContext value={props.documentTitles}>
        <ScopesContext value={props.scopes}>
          <div className="chat-room" data-source={opened ? 'open' : undefined}>
            <main id="content" tabIndex={-1} className="chat-main" data-started={started ? '' : undefined}>
              {started ? <h1 className="sr-only">{props.conversationTitle}</h1> : null}
              {started ? (
                <ChatThread
                  controls={thread}
                  initialMessages={initialMessages}
                  initialFeedback={conversation?.feedback ?? noFeedback}
                  conversationId={conversation?.id ?? null}
                  maxQuestionLength={props.maxQuestionLength}
                  first={first}
                  scope={scope}
                  onBusyChange={setBusy}
                />
              ) : (
                props.welcome
              )}
              {/* biome-ignore lint/a11y/noStaticElementInteractions: it only fetches ahead what the answer will need */}
              <div className="composer-place" onFocus={() => void loadThread()}>
                <Composer
                  input={input}
                  busy={busy}
                  followUp={started}
                  maxLength={props.maxQuestionLength}
                  scope={
                    <ScopeSelect
                      scopes={props.scopes}
                      titles={props.documentTitles}
                      scope={scope}
                      onChange={setScope}
                    />
                  }
                  onAsk={ask}
                  onStop={() => thread.current?.stop()}
                />
              </div>
              {started ? null : (
                <>
                  <SuggestionList
                    heading={props.suggestionsHeading ?? ''}
                    suggestions={props.suggestions ?? []}
                    onAsk={ask}
                  />
                  {props.afterSuggestions}
                </>
              )}
            </main>
            {opened ? <SourceReader /> : null}
          </div>
        </ScopesContext>
      </DocumentTitlesContext>
    </SourceContext>
  )
}
