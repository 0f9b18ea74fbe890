import type { Conversation, ConversationRepository, ConversationSummary } from '@shutten/core'
import { foldText } from '@shutten/text'
import type { PrismaClient } from '../prisma-client.js'
import type { Clock } from './clock.js'
import { conversationNotFound } from './conversation-not-found.js'
import { createId } from './create-id.js'
import { findConversationIds } from './find-conversation-ids.js'
import { putTurn } from './put-turn.js'
import { type TurnRow, toStoredTurn } from './turn-rows.js'
import { withoutZeros } from './without-zeros.js'

interface Row {
  id: string
  title: string
  pinnedAt: Date | null
  createdAt: Date
  updatedAt: Date
}

export function createConversationRepository(options: { prisma: PrismaClient; clock: Clock }): ConversationRepository {
  const { prisma, clock } = options
  const withTurns = { turns: { orderBy: { index: 'asc' } } } as const
  const toTitle = (asked: string) => {
    const title = withoutZeros(asked)
    return { title, foldedTitle: foldText(title) }
  }
  async function change(key: { id: string; owner: string }, data: { pinnedAt: Date | null } | { title: string }) {
    const { count } = await prisma.conversation.updateMany({ where: { id: key.id, owner: key.owner }, data })
    if (count === 0) throw conversationNotFound()
  }

  return {
    async create({ owner, title, id = createId() }) {
      const now = clock()
      const row = await prisma.conversation.upsert({
        where: { id },
        create: { id, owner, ...toTitle(title), createdAt: now, updatedAt: now },
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
    async list({ owner, query = '', offset = 0, limit = 50 }) {
      const { total, ids } = await findConversationIds({ prisma, owner, query, offset, limit })
      const rows = await prisma.conversation.findMany({ where: { id: { in: ids } } })
      const found = new Map(rows.map((row) => [row.id, toSummary(row)]))
      return { total, conversations: ids.flatMap((id) => found.get(id) ?? []) }
    },
    async rename({ title, ...key }) {
      await change(key, toTitle(title))
    },
    async pin({ isPinned, ...key }) {
      await change(key, { pinnedAt: isPinned ? clock() : null })
    },
    async addTurn({ conversationId, turn, id = createId(), replaces = null }) {
      const now = clock()
      return toStoredTurn(await prisma.$transaction((tx) => putTurn({ tx, conversationId, id, turn, replaces, now })))
    },
    async findTurn({ id, owner }) {
      const row = await prisma.turn.findFirst({ where: { id, conversation: { owner } } })
      return row && { conversationId: row.conversationId, turn: toStoredTurn(row) }
    },
    async remove({ id, owner }) {
      await prisma.conversation.deleteMany({ where: { id, owner } })
    },
    async removeAll({ owner }) {
      return (await prisma.conversation.deleteMany({ where: { owner } })).count
    },
    countOlder: (before) => prisma.conversation.count({ where: { updatedAt: { lt: before } } }),
    async removeOlder({ before, limit }) {
      const rows = await prisma.conversation.findMany({
        where: { updatedAt: { lt: before } },
        orderBy: { updatedAt: 'asc' },
        take: limit,
        select: { id: true },
      })
      // Asked again with the time: one that was gone on with meanwhile stays.
      const { count } = await prisma.conversation.deleteMany({
        where: { id: { in: rows.map(({ id }) => id) }, updatedAt: { lt: before } },
      })
      return count
    },
    async transfer({ from, to }) {
      return (await prisma.conversation.updateMany({ where: { owner: from }, data: { owner: to } })).count
    },
  }
}

function toSummary(row: Row): ConversationSummary {
  return {
    id: row.id,
    title: row.title,
    pinnedAt: row.pinnedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  }
}

function toConversation(row: Row & { turns: TurnRow[] }): Conversation {
  return { ...toSummary(row), turns: row.turns.map(toStoredTurn) }
}
