import { apiHandler } from '@/server/http/api-handler'
import { createRoute } from '@/server/http/create-route'

export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  GET: apiHandler({
    access: 'GET /api/v1/candidates',
    handle: async ({ server }) =>
      Response.json(
        { candidates: await server.quality.candidates.list() },
        { headers: { 'Cache-Control': 'no-store' } },
      ),
  }),
})
