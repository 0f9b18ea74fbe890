import { z } from 'zod'

const part = z.looseObject({ type: z.string(), text: z.string().optional() })

/**
 * What the AI SDK's `DefaultChatTransport` sends. Of the messages only the last question and the id of the
 * conversation are used: what was said before is read from the records, never from the client.
 */
export const chatRequestSchema = z.looseObject({
  id: z.string().max(200).optional(),
  trigger: z.enum(['submit-message', 'regenerate-message']).optional(),
  conversationId: z.string().max(100).nullish(),
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
