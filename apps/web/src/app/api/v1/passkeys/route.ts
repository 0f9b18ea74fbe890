import { z } from 'zod'
import { getOwnSession } from '@/server/auth/get-own-session'
import { apiHandler } from '@/server/http/api-handler'
import { createRoute } from '@/server/http/create-route'
import { findRelyingParty } from '@/server/passkeys/find-relying-party'
import { getChallenges } from '@/server/passkeys/get-challenges'
import { passkeyName, registrationSchema } from '@/server/passkeys/passkey-input'
import { registerPasskey } from '@/server/passkeys/register-passkey'

const headers = { 'Cache-Control': 'no-store' }

/** The own passkeys. */
export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  GET: apiHandler({
    access: 'GET /api/v1/passkeys',
    handle: async ({ server, principal }) =>
      Response.json({ passkeys: await server.passkeys.list(getOwnSession(principal).accountId) }, { headers }),
  }),
  POST: apiHandler({
    access: 'POST /api/v1/passkeys',
    body: z.strictObject({ name: passkeyName, response: registrationSchema }),
    handle: async ({ server: { passkeys, origin }, principal, body, request, note }) => {
      const session = getOwnSession(principal)
      const party = findRelyingParty({ headers: request.headers, configured: origin })
      const passkey = await registerPasskey({ passkeys, challenges: getChallenges(), party, session, ...body })
      note({ target: session.name, details: { passkey: passkey.name } })
      return Response.json(passkey, { status: 201, headers })
    },
  }),
})
