import { z } from 'zod'
import { adminName } from '@/server/auth/admin-name'
import { enter } from '@/server/auth/enter'
import { readSessionToken } from '@/server/auth/read-session-token'
import { serializeSessionCookie } from '@/server/auth/session-cookie'
import { signOut } from '@/server/auth/sign-out'
import { apiHandler } from '@/server/http/api-handler'
import { createRoute } from '@/server/http/create-route'

const headers = { 'Cache-Control': 'no-store' }

export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  GET: apiHandler({
    access: 'GET /api/v1/session',
    handle: async ({ principal }) =>
      Response.json(
        {
          name: principal?.name,
          role: principal?.role,
          ...(principal?.kind === 'api-key' && { scopes: principal.scopes }),
        },
        { headers },
      ),
  }),
  POST: apiHandler({
    access: 'POST /api/v1/session',
    body: z.object({ name: z.string().max(200).default(adminName), password: z.string().max(1000) }),
    handle: async ({ server, body, request }) => {
      const session = await enter({ server, headers: request.headers, ...body })
      const { name, role } = session.account
      const cookie = serializeSessionCookie({ token: session.token, headers: request.headers })
      return Response.json(
        { name, role, expiresAt: session.expiresAt.toISOString() },
        { headers: { ...headers, 'Set-Cookie': cookie } },
      )
    },
  }),
  DELETE: apiHandler({
    access: 'DELETE /api/v1/session',
    handle: async ({ server, request: { headers } }) => {
      await signOut({ accounts: server.accounts, token: readSessionToken(headers) })
      return new Response(null, {
        status: 204,
        headers: { 'Set-Cookie': serializeSessionCookie({ token: null, headers }) },
      })
    },
  }),
})
