import { apiHandler } from '@/server/http/api-handler'
import { createRoute } from '@/server/http/create-route'

export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  GET: apiHandler({
    access: 'GET /api/v1/generations',
    handle: async ({ server }) => {
      const generations = await server.listGenerations()
      return Response.json({ generations }, { headers: { 'Cache-Control': 'no-store' } })
    },
  }),
})
