import { getOwnSession } from '@/server/auth/get-own-session'
import { apiHandler } from '@/server/http/api-handler'
import { createRoute } from '@/server/http/create-route'

/** The sessions of the own account, and the end of all but this one. */
export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  GET: apiHandler({
    access: 'GET /api/v1/sessions',
    handle: async ({ server, principal }) => {
      const { accountId, sessionId } = getOwnSession(principal)
      const sessions = await server.accounts.listSessions(accountId)
      return Response.json(
        { sessions: sessions.map((session) => ({ ...session, isThis: session.id === sessionId })) },
        { headers: { 'Cache-Control': 'no-store' } },
      )
    },
  }),
  DELETE: apiHandler({
    access: 'DELETE /api/v1/sessions',
    handle: async ({ server, principal, note }) => {
      const { accountId, sessionId, name } = getOwnSession(principal)
      const ended = await server.accounts.endOtherSessions({ accountId, keep: sessionId })
      note({ target: name, details: { ended } })
      return Response.json({ ended })
    },
  }),
})
