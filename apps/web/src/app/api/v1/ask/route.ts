import { askRequestSchema, parseQuestion, parseSearchFilters, ShuttenError } from '@shutten/core'
import { apiHandler } from '@/server/http/api-handler'
import { createRoute } from '@/server/http/create-route'
import { findOwner } from '@/server/session/find-owner'

export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  POST: apiHandler({
    access: 'POST /api/v1/ask',
    body: askRequestSchema,
    handle: async ({ server, body, request, principal }) => {
      const question = parseQuestion(body.question)
      const filters = parseSearchFilters(body.filters)
      // A program without a session keeps its conversations by their ids alone, which nobody can guess.
      const owner = principal?.kind === 'api-key' ? `key:${principal.keyId}` : ((await findOwner()) ?? 'api')
      const { conversationId } = body
      const events = server.ask({ question, conversationId, filters, owner, signal: request.signal })
      for await (const event of events) if (event.type === 'done') return Response.json(event.answer)
      throw new ShuttenError({
        code: 'CANCELLED',
        message: 'The answer was not finished.',
        suggestion: 'Ask again.',
      })
    },
  }),
})
