import {
  type Answer,
  type AnswerEvent,
  type ConversationRepository,
  parseQuestion,
  parseSearchFilters,
  type SearchFilters,
  ShuttenError,
  type StoredTurn,
} from '@shutten/core'
import type { Answerer } from '../answer/create-answerer.js'
import { answerUntilStopped } from './answer-until-stopped.js'
import { orNotKept, toUnkeptAnswer } from './keep-turn.js'
import { makeTitle } from './make-title.js'

export interface Assistant {
  /**
   * Answers within a conversation and keeps the turn. Without an id a conversation is started; its id comes with `done`.
   * Errors: those of `Answerer.ask`; CONVERSATION_NOT_FOUND when the owner has none of that id; with `replaces` also
   * TURN_NOT_FOUND and CONVERSATION_CHANGED. What failed has changed nothing. An answer that the records cannot take (a full disk)
   * is told all the same, without the id of a turn, and with the warning ANSWER_NOT_KEPT.
   */
  ask(options: {
    question: string
    conversationId?: string | null
    /** Whose conversation it is: a hash of the visitor's session, or `cli`. */
    owner: string
    /** An id that is not known starts a conversation of that id, in place of CONVERSATION_NOT_FOUND. */
    createMissing?: boolean
    /** What this question is answered from; kept with the turn, and not used for the next one. */
    filters?: SearchFilters | null
    /** Id of the turn that will be kept; made when absent. */
    turnId?: string
    /** Asks again: this turn and those after it give way to the new one once it is answered. The answer is a fresh one. */
    replaces?: { turnId: string; lastTurnId: string } | null
    /** Ends the answer, and keeps the sentences that have come. */
    stop?: AbortSignal
    /** Ends the answer, and keeps nothing. */
    signal?: AbortSignal
  }): AsyncGenerator<AnswerEvent, void, undefined>
}

/** The answerer with a memory: earlier turns resolve follow-ups, finished turns are stored. */
export function createAssistant(options: {
  answerer: Answerer
  conversations: ConversationRepository
  /** Who answers, and from what: for an answer that is stopped before it says so itself. */
  identify?: () => Promise<Pick<Answer, 'model' | 'generation'>>
}): Assistant {
  const { answerer, conversations, identify } = options
  return {
    async *ask({ question: asked, conversationId, owner, createMissing = false, filters: narrowing, ...request }) {
      const { turnId, replaces = null, stop, signal } = request
      const question = parseQuestion(asked)
      // Before a conversation is begun for it.
      const filters = parseSearchFilters(narrowing)
      const known = conversationId ? await conversations.find({ id: conversationId, owner }) : null
      if (conversationId && !known && !createMissing)
        throw new ShuttenError({
          code: 'CONVERSATION_NOT_FOUND',
          message: `There is no conversation ${conversationId}.`,
          suggestion: 'Leave the conversation out to start a new one.',
        })
      const begun = known
        ? { kept: known }
        : await orNotKept(() =>
            conversations.create({
              owner,
              title: makeTitle(question),
              ...(conversationId ? { id: conversationId } : {}),
            }),
          )
      const conversation = 'kept' in begun ? begun.kept : null
      const id = conversation?.id ?? null
      const turns = conversation?.turns ?? []
      const place = replaces ? turns.findIndex((turn) => turn.id === replaces.turnId) : -1
      if (replaces && place < 0)
        throw new ShuttenError({
          code: 'TURN_NOT_FOUND',
          message: 'There is no such question in the conversation any more.',
          suggestion: 'Open the conversation again: it may have been changed elsewhere.',
        })
      const history = replaces ? turns.slice(0, place) : turns
      const events = answerUntilStopped({
        ask: (ended) =>
          answerer.ask({ question, history, conversationId: id, filters, isFresh: replaces !== null, signal: ended }),
        question,
        conversationId: id,
        identify,
        stop,
        signal,
      })
      const keep = async (answer: Answer): Promise<StoredTurn> => {
        if ('refused' in begun) throw begun.refused
        const { id, title, turns } = begun.kept
        const kept = await conversations.addTurn({
          conversationId: id,
          turn: { question, answer, filters },
          replaces,
          ...(turnId === undefined ? {} : { id: turnId }),
        })
        // A title of the reader's own stays.
        if (place === 0 && title === makeTitle(turns[0]?.question ?? ''))
          await conversations.rename({ id, owner, title: makeTitle(question) })
        return kept
      }
      let isKept = known !== null || id === null
      try {
        for await (const event of events) {
          if (event.type !== 'done') {
            yield event
            continue
          }
          const turn = await orNotKept(() => keep(event.answer))
          if ('kept' in turn) {
            isKept = true
            yield { ...event, turnId: turn.kept.id }
          } else {
            const { answer } = event
            yield {
              ...event,
              answer: toUnkeptAnswer({ answer, reason: turn.refused, conversationId: known?.id ?? null }),
            }
          }
        }
      } finally {
        // A conversation begun for a question that came to nothing. Where it cannot be removed, it stays behind empty.
        if (!isKept && id !== null) await orNotKept(() => conversations.remove({ id, owner }))
      }
    },
  }
}
