import { getOwnSession } from '@/server/auth/get-own-session'
import { apiHandler } from '@/server/http/api-handler'
import { createRoute } from '@/server/http/create-route'

export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  DELETE: apiHandler({
    access: 'DELETE /api/v1/sessions/:id',
    handle: async ({ server, principal, param, note }) => {
      const { accountId, name } = getOwnSession(principal)
      await server.accounts.endSession({ accountId, id: param('id') })
      note({ target: name, details: { ended: 1 } })
      return Response.json({ ended: 1 })
    },
  }),
})
