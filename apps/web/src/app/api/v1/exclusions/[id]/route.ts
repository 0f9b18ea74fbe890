import { apiHandler } from '@/server/http/api-handler'
import { createRoute } from '@/server/http/create-route'

export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  DELETE: apiHandler({
    access: 'DELETE /api/v1/exclusions/:id',
    handle: async ({ server, param }) => {
      await server.exclusions.restore(param('id'))
      return Response.json({ restored: param('id') })
    },
  }),
})
