'use client'

import { useChat } from '@ai-sdk/react'
import { PreviewCard } from '@base-ui/react/preview-card'
import type { Citation, FeedbackInput } from '@shutten/core'
import { DefaultChatTransport } from 'ai'
import { type Ref, useCallback, useEffect, useImperativeHandle, useRef, useState } from 'react'
import type { AnswerStage, ChatMessage } from '@/chat/chat-message'
import { createTurnId } from '@/chat/create-turn-id'
import { pairTurns } from '@/chat/pair-turns'
import { parseChatError } from '@/chat/parse-chat-error'
import { dropPendingTurn, keepPendingTurn, type PendingTurn } from '@/chat/pending-turn'
import { readAnswerView } from '@/chat/read-answer-view'
import { replaceReply } from '@/chat/replace-reply'
import { type Scope, toFilters } from '@/chat/scope'
import { stopTurn } from '@/chat/stop-turn'
import { toMessages } from '@/chat/to-messages'
import { Entry } from '../answer/entry'
import { QuotePreview, QuotePreviewContext } from '../answer/quote-preview'
import { ConversationTools } from '../conversation/conversation-tools'
import { FeedbackContext } from '../feedback/feedback-context'
import { useFeedback } from '../feedback/use-feedback'
import { loadTypesetter } from '../formula/typesetter'
import { BusyContext } from './busy-context'
import { ChatError } from './chat-error'
import { useCitationKeys } from './use-citation-keys'
import { useOtherTabs } from './use-other-tabs'
import { useRecovery } from './use-recovery'

export interface ThreadControls {
  ask(question: string, scope: Scope): void
  stop(): void
}

export interface FirstQuestion {
  question: string
  scope: Scope
  pending?: PendingTurn
}

export interface ChatThreadProps {
  controls: Ref<ThreadControls>
  initialMessages: ChatMessage[]
  initialFeedback: readonly FeedbackInput[]
  conversationId: string | null
  maxQuestionLength: number
  /** Asked as soon as the thread is there; or waited for, where the page before this one asked it. */
  first: FirstQuestion | null
  /** What a question that stands in an answer is narrowed to. */
  scope: Scope
  onBusyChange: (busy: boolean) => void
}

/** What goes with the messages. Sent again after a lost connection it asks for the same turn. */
interface Sent {
  turnId: string
  replaces: { turnId: string; lastTurnId: string } | null
  filters: ReturnType<typeof toFilters>
}

/** The conversation: questions and answers from the first to the newest. Loaded when there is one. */
export function ChatThread(props: ChatThreadProps) {
  const { onBusyChange } = props
  const conversation = useRef(props.conversationId)
  const [conversationId, setConversationId] = useState(props.conversationId)
  const sent = useRef<Sent>({ turnId: '', replaces: null, filters: null })
  const isStopped = useRef(false)
  const [stage, setStage] = useState<AnswerStage>('searching')
  const [resumed, setResumed] = useState(false)
  const [preview] = useState(() => PreviewCard.createHandle<Citation>())
  const [transport] = useState(
    () =>
      new DefaultChatTransport<ChatMessage>({
        api: '/api/chat',
        // The server knows what was said before.
        prepareSendMessagesRequest: ({ id, trigger, messages }) => ({
          body: { id, trigger, conversationId: conversation.current, ...sent.current, messages: messages.slice(-1) },
        }),
      }),
  )
  const belongTo = useCallback((id: string | null | undefined) => {
    if (!id || id === conversation.current) return
    conversation.current = id
    setConversationId(id)
    window.history.replaceState(null, '', `/c/${encodeURIComponent(id)}`)
  }, [])
  const chat = useChat<ChatMessage>({
    messages: props.initialMessages,
    transport,
    experimental_throttle: 40,
    onData: (part) => {
      if (part.type !== 'data-status') return
      setStage((part.data as { stage: AnswerStage }).stage)
      loadTypesetter().catch(() => undefined)
    },
    onError: (error) => {
      if (!isStopped.current && parseChatError(error).code === 'network') recover(sent.current.turnId)
    },
    onFinish: ({ message, isAbort, isError }) => {
      belongTo(message.metadata?.conversationId)
      if (readAnswerView(message).answer) {
        dropPendingTurn()
        others.tell()
      }
      // A stream that ended before its answer: something between here and the server cut it off.
      else if (!isAbort && !isError && !isStopped.current) recover(sent.current.turnId)
    },
  })
  const { messages, setMessages, sendMessage, regenerate, stop, status, error, clearError } = chat
  const { recovering, recover, cancel } = useRecovery({
    onKept: ({ conversationId: id, turn }) => {
      dropPendingTurn()
      clearError()
      setMessages((before) => replaceReply(before, turn))
      belongTo(id)
      others.tell()
    },
    onUnknown: () => {
      // Of a page that was loaded anew, the turn may be kept for a session whose cookie never arrived.
      if (resumed) sent.current = { ...sent.current, turnId: createTurnId() }
      void regenerate()
    },
  })
  const streaming = status === 'submitted' || status === 'streaming'
  const busy = streaming || recovering
  const turns = pairTurns(messages)
  // What the entries are given stays the same from one question to the next: a long conversation is not rendered anew.
  const latest = useRef({ messages, turns, busy, scope: props.scope })
  latest.current = { messages, turns, busy, scope: props.scope }
  const lastTurnId = () => latest.current.turns.findLast((turn) => turn.turnId !== null)?.turnId ?? null
  const others = useOtherTabs({
    conversationId: () => conversation.current,
    lastTurnId,
    isIdle: !busy && !error,
    onChange: (kept) => setMessages(toMessages(kept)),
  })
  const feedback = useFeedback(props.initialFeedback)
  useCitationKeys()

  const begin = useCallback((next: Omit<Sent, 'turnId'>) => {
    sent.current = { turnId: createTurnId(), ...next }
    isStopped.current = false
    setResumed(false)
    setStage('searching')
  }, [])
  const ask = useCallback(
    (question: string, scope: Scope) => {
      const filters = toFilters(scope)
      begin({ replaces: null, filters })
      const { turnId } = sent.current
      keepPendingTurn({ turnId, conversationId: conversation.current, question, filters })
      void sendMessage({ text: question, metadata: { filters } })
    },
    [begin, sendMessage],
  )
  const askHere = useCallback(
    (question: string) => {
      if (!latest.current.busy) ask(question, latest.current.scope)
    },
    [ask],
  )
  const countLater = useCallback((id: string) => {
    const { turns: all } = latest.current
    return all.length - 1 - all.findIndex((turn) => turn.id === id)
  }, [])
  const answerAgain = useCallback(() => {
    const last = latest.current.turns.at(-1)
    const turnId = last?.turnId ?? null
    begin({ replaces: turnId === null ? null : { turnId, lastTurnId: turnId }, filters: last?.filters ?? null })
    void regenerate()
  }, [begin, regenerate])
  const tryAgain = useCallback(() => {
    isStopped.current = false
    setStage('searching')
    void regenerate()
  }, [regenerate])
  const edit = useCallback(
    (id: string, question: string) => {
      const before = latest.current
      const turn = before.turns.find((one) => one.id === id)
      const last = before.turns.findLast((one) => one.turnId !== null)?.turnId
      // Of a question without a kept answer, the first kept one after it.
      const from = before.turns.slice(turn ? before.turns.indexOf(turn) : 0).find((one) => one.turnId !== null)?.turnId
      if (!turn || before.busy) return
      begin({ replaces: from && last ? { turnId: from, lastTurnId: last } : null, filters: turn.filters })
      setMessages(
        before.messages.slice(
          0,
          before.messages.findIndex((message) => message.id === id),
        ),
      )
      void sendMessage({ text: question, metadata: { filters: turn.filters } })
    },
    [begin, sendMessage, setMessages],
  )
  const end = useCallback(() => {
    isStopped.current = true
    dropPendingTurn()
    cancel()
    const { turnId } = sent.current
    const hasCome = readAnswerView(latest.current.turns.at(-1)?.reply).sentences.length > 0
    // What has come is kept by the server, which then ends the stream itself.
    void stopTurn({ turnId, waits: hasCome }).then((ended) => (ended && hasCome ? undefined : stop()))
  }, [cancel, stop])
  useImperativeHandle(props.controls, () => ({ ask, stop: end }), [ask, end])

  const resume = useCallback(
    (pending: PendingTurn) => {
      const { turnId, question, filters } = pending
      sent.current = { turnId, replaces: null, filters }
      keepPendingTurn(pending)
      setResumed(true)
      const message: ChatMessage = {
        id: `question-${turnId}`,
        role: 'user',
        metadata: { filters },
        parts: [{ type: 'text', text: question }],
      }
      setMessages((before) => [...before, message])
      recover(turnId)
    },
    [recover, setMessages],
  )
  const asked = useRef(false)
  useEffect(() => {
    if (props.first === null || asked.current) return
    asked.current = true
    const { question, scope, pending } = props.first
    if (pending) resume(pending)
    else ask(question, scope)
  }, [props.first, ask, resume])

  useEffect(() => onBusyChange(busy), [busy, onBusyChange])

  // A new question is brought to the top once; the answer then grows into the room kept below it.
  const newest = useRef<HTMLDivElement>(null)
  const newestId = turns.at(-1)?.id
  const shown = useRef(props.initialMessages.length > 0 ? newestId : undefined)
  useEffect(() => {
    if (newestId === undefined || newestId === shown.current || !busy) return
    shown.current = newestId
    const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches
    newest.current?.scrollIntoView({ block: 'start', behavior: still ? 'instant' : 'smooth' })
  }, [newestId, busy])

  return (
    <QuotePreviewContext value={preview}>
      <FeedbackContext value={feedback}>
        <ConversationTools conversationId={turns.some((turn) => turn.turnId !== null) ? conversationId : null} />
        <BusyContext value={busy}>
          <div className="flex flex-col">
            {turns.map((turn, index) => {
              const last = index === turns.length - 1
              return (
                <div
                  key={turn.id}
                  ref={last ? newest : undefined}
                  id={last ? 'newest' : undefined}
                  className={last ? 'newest-entry' : 'earlier-entry'}
                >
                  <Entry
                    id={turn.id}
                    question={turn.question}
                    reply={turn.reply}
                    turnId={turn.turnId}
                    filters={turn.filters}
                    countLater={countLater}
                    maxQuestionLength={props.maxQuestionLength}
                    stage={last && streaming ? stage : null}
                    recovering={last && recovering ? (resumed ? 'resuming' : 'recovering') : null}
                    onRegenerate={last && !busy ? answerAgain : undefined}
                    onEdit={edit}
                    onAsk={askHere}
                    failure={last && error && !recovering ? <ChatError error={error} onRetry={tryAgain} /> : null}
                  />
                </div>
              )
            })}
          </div>
        </BusyContext>
        <QuotePreview handle={preview} />
      </FeedbackContext>
    </QuotePreviewContext>
  )
}
