import { apiHandler } from '@/server/http/api-handler'
import { createRoute } from '@/server/http/create-route'

/** Revokes a key: it is worth nothing from then on. */
export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  DELETE: apiHandler({
    access: 'DELETE /api/v1/api-keys/:id',
    handle: async ({ server, param, note }) => {
      const { id, name, prefix } = await server.accounts.removeApiKey(param('id'))
      note({ target: name, details: { prefix } })
      return Response.json({ removed: id }, { headers: { 'Cache-Control': 'no-store' } })
    },
  }),
})
