import { z } from 'zod'
import { adminName } from '@/server/auth/admin-name'
import { clientAddress } from '@/server/auth/client-address'
import { getSignInLimits } from '@/server/auth/get-sign-in-limits'
import { readSessionToken, serializeSessionCookie } from '@/server/auth/session-cookie'
import { signIn } from '@/server/auth/sign-in'
import { signOut } from '@/server/auth/sign-out'
import { apiHandler } from '@/server/http/api-handler'
import { checkOrigin } from '@/server/http/check-origin'
import { createRoute } from '@/server/http/create-route'

export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  GET: apiHandler({
    access: ['admin', 'editor', 'reader'],
    handle: async ({ principal }) =>
      Response.json({ name: principal?.name, role: principal?.role }, { headers: { 'Cache-Control': 'no-store' } }),
  }),
  POST: apiHandler({
    access: 'everyone',
    body: z.object({ name: z.string().max(200).default(adminName), password: z.string().max(1000) }),
    handle: async ({ server, body, request }) => {
      checkOrigin(request)
      const { headers } = request
      const session = await signIn({
        accounts: server.accounts,
        limits: getSignInLimits(),
        ...body,
        address: clientAddress(headers),
      })
      return Response.json(
        { name: session.account.name, role: session.account.role, expiresAt: session.expiresAt.toISOString() },
        {
          headers: {
            'Cache-Control': 'no-store',
            'Set-Cookie': serializeSessionCookie({ token: session.token, headers }),
          },
        },
      )
    },
  }),
  DELETE: apiHandler({
    access: 'everyone',
    handle: async ({ server, request: { headers } }) => {
      await signOut({ accounts: server.accounts, token: readSessionToken(headers) })
      return new Response(null, {
        status: 204,
        headers: { 'Set-Cookie': serializeSessionCookie({ token: null, headers }) },
      })
    },
  }),
})
