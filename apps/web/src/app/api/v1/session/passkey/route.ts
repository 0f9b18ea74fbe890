import { z } from 'zod'
import { serializeSessionCookie } from '@/server/auth/session-cookie'
import { apiHandler } from '@/server/http/api-handler'
import { createRoute } from '@/server/http/create-route'
import { enterByPasskey } from '@/server/passkeys/enter-by-passkey'
import { findRelyingParty } from '@/server/passkeys/find-relying-party'
import { getChallenges } from '@/server/passkeys/get-challenges'
import { authenticationSchema } from '@/server/passkeys/passkey-input'

/** Signs in by a passkey. */
export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  POST: apiHandler({
    access: 'POST /api/v1/session/passkey',
    body: z.strictObject({ response: authenticationSchema }),
    handle: async ({ server, body, request: { headers } }) => {
      const party = findRelyingParty({ headers, configured: server.origin })
      const session = await enterByPasskey({ server, challenges: getChallenges(), party, headers, ...body })
      const { name, role } = session.account
      return Response.json(
        { name, role, expiresAt: session.expiresAt.toISOString() },
        {
          headers: {
            'Cache-Control': 'no-store',
            'Set-Cookie': serializeSessionCookie({ token: session.token, headers }),
          },
        },
      )
    },
  }),
})
