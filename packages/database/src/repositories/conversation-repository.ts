import {
  type Answer,
  type Conversation,
  type ConversationRepository,
  ShuttenError,
  withdrawAnswer,
} from '@shutten/core'
import type { PrismaClient } from '../prisma-client.js'
import type { Clock } from './clock.js'
import { createId } from './create-id.js'
import { quotesErased } from './erasure-repository.js'
import { toJson } from './json.js'
import { withoutZeros } from './without-zeros.js'

interface Row {
  id: string
  title: string
  createdAt: Date
  updatedAt: Date
}

export function createConversationRepository(options: { prisma: PrismaClient; clock: Clock }): ConversationRepository {
  const { prisma, clock } = options
  const withTurns = { turns: { orderBy: { index: 'asc' } } } as const

  return {
    async create({ owner, title, id = createId() }) {
      const now = clock()
      const row = await prisma.conversation.upsert({
        where: { id },
        create: { id, owner, title: withoutZeros(title), createdAt: now, updatedAt: now },
        update: {},
        include: withTurns,
      })
      if (row.owner !== owner) throw conversationNotFound()
      return toConversation(row)
    },
    async find({ id, owner }) {
      const row = await prisma.conversation.findFirst({ where: { id, owner }, include: withTurns })
      return row && toConversation(row)
    },
    async list({ owner, limit = 50 }) {
      const rows = await prisma.conversation.findMany({
        where: { owner },
        orderBy: [{ updatedAt: 'desc' }, { id: 'asc' }],
        take: limit,
      })
      return rows.map(toSummary)
    },
    async addTurn({ conversationId, turn }) {
      const now = clock()
      await prisma.$transaction(async (tx) => {
        const { count } = await tx.conversation.updateMany({ where: { id: conversationId }, data: { updatedAt: now } })
        if (count === 0) throw conversationNotFound()
        const index = await tx.turn.count({ where: { conversationId } })
        const answer = (await quotesErased({ tx, answer: turn.answer })) ? withdrawAnswer(turn.answer) : turn.answer
        await tx.turn.create({
          data: {
            conversationId,
            index,
            question: withoutZeros(turn.question),
            answer: toJson(answer),
            createdAt: now,
          },
        })
      })
    },
    async remove({ id, owner }) {
      await prisma.conversation.deleteMany({ where: { id, owner } })
    },
  }
}

function toSummary(row: Row): Omit<Conversation, 'turns'> {
  return {
    id: row.id,
    title: row.title,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  }
}

function toConversation(row: Row & { turns: { question: string; answer: unknown }[] }): Conversation {
  return {
    ...toSummary(row),
    turns: row.turns.map((turn) => ({ question: withoutZeros(turn.question), answer: turn.answer as Answer })),
  }
}

function conversationNotFound(): ShuttenError {
  return new ShuttenError({
    code: 'CONVERSATION_NOT_FOUND',
    message: 'There is no such conversation.',
    suggestion: 'Start a new one.',
  })
}
