import {
  type AnswerEvent,
  type ConversationRepository,
  parseQuestion,
  parseSearchFilters,
  type SearchFilters,
  ShuttenError,
} from '@shutten/core'
import type { Answerer } from '../answer/create-answerer.js'

export interface Assistant {
  /**
   * Answers within a conversation and keeps the turn. Without an id a conversation is started; its id comes with `done`.
   * Errors: those of `Answerer.ask`; CONVERSATION_NOT_FOUND when the owner has none of that id.
   */
  ask(options: {
    question: string
    conversationId?: string | null
    /** Whose conversation it is: a hash of the visitor's session, or `cli`. */
    owner: string
    /** An id that is not known starts a conversation of that id, in place of CONVERSATION_NOT_FOUND. */
    createMissing?: boolean
    /** What this question is answered from; the conversation does not keep them. */
    filters?: SearchFilters | null
    signal?: AbortSignal
  }): AsyncGenerator<AnswerEvent, void, undefined>
}

/** Length of a conversation's title in characters. */
const titleLength = 60

function titleOf(question: string): string {
  const line = question.replace(/\s+/g, ' ')
  return line.length <= titleLength ? line : `${line.slice(0, titleLength - 1)}…`
}

/** The answerer with a memory: earlier turns resolve follow-ups, finished turns are stored. */
export function createAssistant(options: { answerer: Answerer; conversations: ConversationRepository }): Assistant {
  const { answerer, conversations } = options
  return {
    async *ask({ question: asked, conversationId, owner, createMissing = false, filters: narrowing, signal }) {
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
      const conversation =
        known ??
        (await conversations.create({
          owner,
          title: titleOf(question),
          ...(conversationId ? { id: conversationId } : {}),
        }))
      for await (const event of answerer.ask({
        question,
        history: conversation.turns,
        conversationId: conversation.id,
        filters,
        signal,
      })) {
        if (event.type === 'done')
          await conversations.addTurn({ conversationId: conversation.id, turn: { question, answer: event.answer } })
        yield event
      }
    },
  }
}
