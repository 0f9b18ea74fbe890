import { getOwnSession } from '@/server/auth/get-own-session'
import { apiHandler } from '@/server/http/api-handler'
import { createRoute } from '@/server/http/create-route'

/** One of the own passkeys. */
export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  DELETE: apiHandler({
    access: 'DELETE /api/v1/passkeys/:id',
    handle: async ({ server, principal, param, note }) => {
      const { accountId, name } = getOwnSession(principal)
      const removed = await server.passkeys.remove({ accountId, id: param('id') })
      note({ target: name, details: { passkey: removed.name } })
      return Response.json(removed, { headers: { 'Cache-Control': 'no-store' } })
    },
  }),
})
