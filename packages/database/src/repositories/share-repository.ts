import { randomBytes } from 'node:crypto'
import type { ShareRepository, ShareSummary, StoredTurn } from '@shutten/core'
import type { PrismaClient } from '../prisma-client.js'
import type { Clock } from './clock.js'
import { conversationNotFound } from './conversation-not-found.js'
import { toJson } from './json.js'
import { toStoredTurn } from './turn-rows.js'

interface Row {
  token: string
  turns: unknown
  createdAt: Date
  updatedAt: Date
}

export function createShareRepository(options: { prisma: PrismaClient; clock: Clock }): ShareRepository {
  const { prisma, clock } = options
  return {
    async save({ conversationId, owner }) {
      const now = clock()
      const row = await prisma.$transaction(async (tx) => {
        const conversation = await tx.conversation.findFirst({
          where: { id: conversationId, owner },
          include: { turns: { orderBy: { index: 'asc' } } },
        })
        if (!conversation) throw conversationNotFound()
        const turns = conversation.turns.map((turn) => toJson(withoutPrivateParts(toStoredTurn(turn))))
        const content = { title: conversation.title, turns, updatedAt: now }
        return tx.share.upsert({
          where: { conversationId },
          create: { token: randomBytes(32).toString('base64url'), conversationId, ...content, createdAt: now },
          update: content,
        })
      })
      return toSummary(row)
    },
    async find(token) {
      const row = await prisma.share.findUnique({ where: { token } })
      if (!row) return null
      const { conversationId, title } = row
      return { ...toSummary(row), conversationId, title, turns: readTurns(row) }
    },
    async findOf({ conversationId, owner }) {
      const row = await prisma.share.findFirst({ where: { conversationId, conversation: { owner } } })
      return row && toSummary(row)
    },
    async remove({ conversationId, owner }) {
      await prisma.share.deleteMany({ where: { conversationId, conversation: { owner } } })
    },
  }
}

/** What an answer cost, and where it is kept, is nothing to whoever reads it by a link. */
function withoutPrivateParts(turn: StoredTurn): StoredTurn {
  const { usage: _, ...answer } = turn.answer
  return { ...turn, answer: { ...answer, conversationId: null } }
}

const readTurns = (row: Row) => row.turns as StoredTurn[]

function toSummary(row: Row): ShareSummary {
  const { token, createdAt, updatedAt } = row
  return {
    token,
    turns: readTurns(row).length,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  }
}
