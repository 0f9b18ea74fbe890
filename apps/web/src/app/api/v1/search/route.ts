import { parseQuestion, parseSearchFilters, searchRequestSchema } from '@shutten/core'
import { apiHandler } from '@/server/http/api-handler'
import { createRoute } from '@/server/http/create-route'

export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  POST: apiHandler({
    access: 'everyone',
    body: searchRequestSchema,
    handle: async ({ server, body, request }) => {
      const query = parseQuestion(body.query)
      const { k, rerankBudgetMs } = body
      const filters = parseSearchFilters(body.filters)
      const { signal } = request
      return Response.json(
        await server.search({ query, k, filters, ...(rerankBudgetMs !== undefined && { rerankBudgetMs }), signal }),
      )
    },
  }),
})
