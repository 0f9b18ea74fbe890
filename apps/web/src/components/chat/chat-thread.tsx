'use client'

import { useChat } from '@ai-sdk/react'
import { PreviewCard } from '@base-ui/react/preview-card'
import type { Citation } from '@shutten/core'
import { DefaultChatTransport } from 'ai'
import { type Ref, useCallback, useEffect, useImperativeHandle, useRef, useState } from 'react'
import type { AnswerStage, ChatMessage } from '@/chat/chat-message'
import { pairTurns } from '@/chat/pair-turns'
import { Entry } from '../answer/entry'
import { QuotePreview, QuotePreviewContext } from '../answer/quote-preview'
import { ChatError } from './chat-error'

export interface ThreadControls {
  ask(question: string): void
  stop(): void
}

export interface ChatThreadProps {
  controls: Ref<ThreadControls>
  initialMessages: ChatMessage[]
  conversationId: string | null
  /** Asked as soon as the thread is there. */
  firstQuestion: string | null
  onBusyChange: (busy: boolean) => void
}

/** The conversation: questions and answers from the first to the newest. Loaded when there is one. */
export function ChatThread(props: ChatThreadProps) {
  const { onBusyChange } = props
  const conversationId = useRef(props.conversationId)
  const [stage, setStage] = useState<AnswerStage>('searching')
  const [preview] = useState(() => PreviewCard.createHandle<Citation>())
  const [transport] = useState(
    () =>
      new DefaultChatTransport<ChatMessage>({
        api: '/api/chat',
        // The server knows what was said before.
        prepareSendMessagesRequest: ({ id, trigger, messages }) => ({
          body: { id, trigger, conversationId: conversationId.current, messages: messages.slice(-1) },
        }),
      }),
  )
  const { messages, sendMessage, regenerate, stop, status, error } = useChat<ChatMessage>({
    messages: props.initialMessages,
    transport,
    experimental_throttle: 40,
    onData: (part) => {
      if (part.type === 'data-status') setStage((part.data as { stage: AnswerStage }).stage)
    },
    onFinish: ({ message }) => {
      const id = message.metadata?.conversationId
      if (!id || id === conversationId.current) return
      conversationId.current = id
      window.history.replaceState(null, '', `/c/${encodeURIComponent(id)}`)
    },
  })
  const busy = status === 'submitted' || status === 'streaming'
  const newest = useRef<HTMLDivElement>(null)
  const turns = pairTurns(messages)

  const ask = useCallback(
    (question: string) => {
      setStage('searching')
      void sendMessage({ text: question })
    },
    [sendMessage],
  )
  const answerAgain = useCallback(() => {
    setStage('searching')
    void regenerate()
  }, [regenerate])
  useImperativeHandle(props.controls, () => ({ ask, stop: () => void stop() }), [ask, stop])

  const asked = useRef(false)
  useEffect(() => {
    if (props.firstQuestion === null || asked.current) return
    asked.current = true
    ask(props.firstQuestion)
  }, [props.firstQuestion, ask])

  useEffect(() => onBusyChange(busy), [busy, onBusyChange])

  // A new question is brought to the top once; the answer then grows into the room kept below it.
  const count = turns.length
  const shown = useRef(props.initialMessages.length > 0 ? count : 0)
  useEffect(() => {
    if (count <= shown.current) return
    shown.current = count
    const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches
    newest.current?.scrollIntoView({ block: 'start', behavior: still ? 'instant' : 'smooth' })
  }, [count])

  return (
    <QuotePreviewContext value={preview}>
      <div className="flex flex-col">
        {turns.map((turn, index) => {
          const last = index === turns.length - 1
          return (
            <div key={turn.id} ref={last ? newest : undefined} className={last ? 'newest-entry' : undefined}>
              <Entry
                question={turn.question}
                reply={turn.reply}
                stage={last && busy ? stage : null}
                onRegenerate={last && !busy ? answerAgain : undefined}
                onAsk={busy ? undefined : ask}
                failure={last && error ? <ChatError error={error} onRetry={answerAgain} /> : null}
              />
            </div>
          )
        })}
      </div>
      <QuotePreview handle={preview} />
    </QuotePreviewContext>
  )
}
