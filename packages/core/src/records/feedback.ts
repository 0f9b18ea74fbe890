import { z } from 'zod'
import type { Answer } from '../answers/answer.js'

export const feedbackReasons = ['wrong', 'not-supported', 'incomplete', 'outdated', 'should-not-have-answered'] as const
export type FeedbackReason = (typeof feedbackReasons)[number]

/** Characters of the longest comment. */
export const maxFeedbackComment = 2_000

/** A reader's verdict as it comes from outside; what is bad has a reason, what is good needs none. */
export const feedbackSchema = z
  .object({
    turnId: z.string().min(1).max(100),
    /** Number of the citation that is meant; null for the answer as a whole. */
    citation: z.number().int().min(1).max(10_000).nullable().default(null),
    verdict: z.enum(['good', 'bad']),
    reason: z.enum(feedbackReasons).nullable().default(null),
    comment: z.string().trim().max(maxFeedbackComment).default(''),
  })
  .refine(({ verdict, reason }) => (verdict === 'bad') === (reason !== null), {
    path: ['reason'],
    message: 'a bad verdict names its reason, a good one has none',
  })

export type FeedbackInput = z.infer<typeof feedbackSchema>

/** What a reader says of an answer or of one of its citations, with the turn as it was then. */
export interface Feedback extends FeedbackInput {
  id: string
  conversationId: string
  question: string
  answer: Answer
  /** ISO 8601, UTC. */
  createdAt: string
  updatedAt: string
}

/** One verdict a target: the answer of a turn, or one of its citations. They go with their conversation. */
export interface FeedbackRepository {
  /** Gives a verdict, or another in its place. Errors: TURN_NOT_FOUND, when the owner has no such turn or citation. */
  save(options: { owner: string; feedback: FeedbackInput }): Promise<Feedback>
  remove(options: { owner: string; turnId: string; citation: number | null }): Promise<void>
  /** Of the turns that a conversation has now. */
  listOf(options: { owner: string; conversationId: string }): Promise<FeedbackInput[]>
  /** Newest change first. */
  list(options?: {
    verdict?: FeedbackInput['verdict']
    reason?: FeedbackReason
    offset?: number
    limit?: number
  }): Promise<{ total: number; feedback: Feedback[] }>
  find(id: string): Promise<Feedback | null>
}
