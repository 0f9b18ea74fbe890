'use client'

import type { Turn } from '@shutten/core'
import dynamic from 'next/dynamic'
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { toMessages } from '@/chat/to-messages'
import { type OpenSource, SourceContext } from '../source/source-context'
import type { ThreadControls } from './chat-thread'
import { Composer } from './composer'
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
  conversation?: { id: string; turns: Turn[] } | null
}

export function ChatRoom(props: ChatRoomProps) {
  const { conversation = null } = props
  const [question, setQuestion] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [opened, setOpened] = useState<OpenSource | null>(null)
  const thread = useRef<ThreadControls>(null)
  const input = useRef<HTMLTextAreaElement>(null)
  const [initialMessages] = useState(() => toMessages(conversation?.turns ?? []))
  const started = conversation !== null || question !== null

  const ask = useCallback((asked: string) => {
    if (thread.current) thread.current.ask(asked)
    else setQuestion(asked)
    input.current?.focus({ preventScroll: true })
  }, [])

  useEffect(() => {
    if (props.firstQuestion) setQuestion((before) => before ?? props.firstQuestion ?? null)
  }, [props.firstQuestion])

  const source = useMemo(() => ({ opened, open: setOpened, close: () => setOpened(null) }), [opened])

  return (
    <SourceContext value={source}>
      <div className="chat-room" data-source={opened ? 'open' : undefined}>
        <main id="content" tabIndex={-1} className="chat-main" data-started={started ? '' : undefined}>
          {started ? <h1 className="sr-only">{props.conversationTitle}</h1> : null}
          {started ? (
            <ChatThread
              controls={thread}
              initialMessages={initialMessages}
              conversationId={conversation?.id ?? null}
              firstQuestion={question}
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
    </SourceContext>
  )
}
