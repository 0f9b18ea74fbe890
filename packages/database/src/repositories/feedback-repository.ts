import type { Answer, Feedback, FeedbackInput, FeedbackRepository } from '@shutten/core'
import type { Feedback as Row } from '../generated/prisma/client.js'
import type { PrismaClient } from '../prisma-client.js'
import type { Clock } from './clock.js'
import { createId } from './create-id.js'
import { toJson } from './json.js'
import { turnNotFound } from './turn-not-found.js'
import { toStoredTurn } from './turn-rows.js'
import { withoutZeros } from './without-zeros.js'

export function createFeedbackRepository(options: { prisma: PrismaClient; clock: Clock }): FeedbackRepository {
  const { prisma, clock } = options
  return {
    async save({ owner, feedback: { turnId, citation, verdict, reason, comment } }) {
      const now = clock()
      const row = await prisma.$transaction(async (tx) => {
        const found = await tx.turn.findFirst({ where: { id: turnId, conversation: { owner } } })
        if (!found) throw turnNotFound()
        const { question, answer } = toStoredTurn(found)
        if (citation !== null && !citationsOf(answer).some(({ number }) => number === citation)) throw turnNotFound()
        const content = { verdict, reason, comment: withoutZeros(comment), updatedAt: now }
        const key = { turnId, citation: citation ?? 0 }
        const { conversationId } = found
        return tx.feedback.upsert({
          where: { turnId_citation: key },
          create: {
            id: createId(),
            ...key,
            conversationId,
            ...content,
            question,
            answer: toJson(answer),
            createdAt: now,
          },
          update: content,
        })
      })
      return toFeedback(row)
    },
    async remove({ owner, turnId, citation }) {
      await prisma.feedback.deleteMany({ where: { turnId, citation: citation ?? 0, conversation: { owner } } })
    },
    async listOf({ owner, conversationId }) {
      const [turns, rows] = await prisma.$transaction([
        prisma.turn.findMany({ where: { conversationId, conversation: { owner } }, select: { id: true } }),
        prisma.feedback.findMany({
          where: { conversationId, conversation: { owner } },
          omit: { answer: true, question: true },
        }),
      ])
      const present = new Set(turns.map(({ id }) => id))
      return rows.filter(({ turnId }) => present.has(turnId)).map(toInput)
    },
    async list({ verdict, reason, offset = 0, limit = 50 } = {}) {
      const where = { ...(verdict && { verdict }), ...(reason && { reason }) }
      const [total, rows] = await prisma.$transaction([
        prisma.feedback.count({ where }),
        prisma.feedback.findMany({
          where,
          orderBy: [{ updatedAt: 'desc' }, { id: 'asc' }],
          skip: offset,
          take: limit,
        }),
      ])
      return { total, feedback: rows.map(toFeedback) }
    },
    async find(id) {
      const row = await prisma.feedback.findUnique({ where: { id } })
      return row && toFeedback(row)
    },
  }
}

/** Those of a refusal are the nearest passages. */
const citationsOf = (answer: Answer) => [...answer.citations, ...(answer.refusal?.nearest ?? [])]

function toInput(row: Omit<Row, 'question' | 'answer'>): FeedbackInput {
  return {
    turnId: row.turnId,
    citation: row.citation === 0 ? null : row.citation,
    verdict: row.verdict as FeedbackInput['verdict'],
    reason: row.reason as FeedbackInput['reason'],
    comment: row.comment,
  }
}

function toFeedback(row: Row): Feedback {
  return {
    id: row.id,
    conversationId: row.conversationId,
    ...toInput(row),
    question: withoutZeros(row.question),
    answer: row.answer as unknown as Answer,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  }
}
