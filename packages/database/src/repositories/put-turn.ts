import { ShuttenError, type Turn, withdrawAnswer } from '@shutten/core'
import type { Prisma } from '../generated/prisma/client.js'
import { answerFigures } from './answer-figures.js'
import { conversationNotFound } from './conversation-not-found.js'
import { quotesErased } from './erasure-repository.js'
import { foldTurn } from './fold-turn.js'
import { toJson } from './json.js'
import { turnNotFound } from './turn-not-found.js'
import type { TurnRow } from './turn-rows.js'
import { withoutZeros } from './without-zeros.js'

/** `addTurn` of the conversations, inside a transaction. Errors: those of `addTurn`. */
export async function putTurn(options: {
  tx: Prisma.TransactionClient
  conversationId: string
  id: string
  turn: Turn
  replaces: { turnId: string; lastTurnId: string } | null
  now: Date
}): Promise<TurnRow> {
  const { tx, conversationId, turn, replaces, now } = options
  const { count } = await tx.conversation.updateMany({ where: { id: conversationId }, data: { updatedAt: now } })
  if (count === 0) throw conversationNotFound()
  const index = replaces
    ? await clearFrom({ tx, conversationId, replaces })
    : await tx.turn.count({ where: { conversationId } })
  const question = withoutZeros(turn.question)
  const answer = (await quotesErased({ tx, answer: turn.answer })) ? withdrawAnswer(turn.answer) : turn.answer
  return tx.turn.create({
    data: {
      conversationId,
      index,
      id: options.id,
      question,
      answer: toJson(answer),
      ...(turn.filters && { filters: toJson(turn.filters) }),
      folded: foldTurn({ question, answer: answer.answer }),
      createdAt: now,
      ...answerFigures(answer),
    },
  })
}

/** Takes a turn and those after it out; gives the place that is free then. */
async function clearFrom(options: {
  tx: Prisma.TransactionClient
  conversationId: string
  replaces: { turnId: string; lastTurnId: string }
}): Promise<number> {
  const { tx, conversationId, replaces } = options
  const first = await tx.turn.findFirst({ where: { conversationId, id: replaces.turnId }, select: { index: true } })
  if (!first) throw turnNotFound()
  const last = await tx.turn.findFirst({
    where: { conversationId },
    orderBy: { index: 'desc' },
    select: { id: true },
  })
  if (last?.id !== replaces.lastTurnId)
    throw new ShuttenError({
      code: 'CONVERSATION_CHANGED',
      message: 'The conversation went on elsewhere since it was shown here.',
      suggestion: 'Look at what came after, then replace it if that is still meant.',
    })
  await tx.turn.deleteMany({ where: { conversationId, index: { gte: first.index } } })
  return first.index
}
