import { z } from 'zod'

const part = z.looseObject({ type: z.string(), text: z.string().optional() })
const id = z
  .string()
  .max(100)
  .regex(/^[\w-]{8,}$/, 'must be 8 or more letters, digits, hyphens')

/**
 * What the AI SDK's `DefaultChatTransport` sends. Of the messages only the last question and the id of the
 * conversation are used: what was said before is read from the records, never from the client.
 */
export const chatRequestSchema = z.looseObject({
  id: z.string().max(200).optional(),
  trigger: z.enum(['submit-message', 'regenerate-message']).optional(),
  conversationId: z.string().max(100).nullish(),
  /**
   * Names the turn that the answer will be kept as. With it the answer goes on when the connection is lost, and asking
   * again under the same id gives the answer that is there.
   */
  turnId: id.nullish(),
  /** This turn, and those after it up to the last that the client knows, give way to the new one. */
  replaces: z.object({ turnId: z.string().max(100), lastTurnId: z.string().max(100) }).nullish(),
  /** Checked by `parseSearchFilters`. */
  filters: z.unknown().optional(),
  messages: z
    .array(
      z.looseObject({
        role: z.enum(['system', 'user', 'assistant']),
        parts: z.array(part).max(10_000),
        metadata: z.looseObject({ conversationId: z.string().max(100).nullish() }).nullish(),
      }),
    )
    .min(1)
    .max(2_000),
})

export type ChatRequest = z.infer<typeof chatRequestSchema>
